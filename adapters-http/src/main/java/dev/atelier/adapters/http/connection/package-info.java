/// What arrives on a socket, checked byte by byte before the web server reads it, so that only
/// well-formed requests of a bounded size get through, each within its time.
@NullMarked
package dev.atelier.adapters.http.connection;

import org.jspecify.annotations.NullMarked;
