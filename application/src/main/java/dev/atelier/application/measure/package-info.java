/// Counting what happens in this process, for whoever watches it. It knows the ports and the
/// domain.
@NullMarked
package dev.atelier.application.measure;

import org.jspecify.annotations.NullMarked;
