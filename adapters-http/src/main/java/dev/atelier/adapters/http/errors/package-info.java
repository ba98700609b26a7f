/// What goes wrong, and the one table of how that is answered.
@NullMarked
package dev.atelier.adapters.http.errors;

import org.jspecify.annotations.NullMarked;
