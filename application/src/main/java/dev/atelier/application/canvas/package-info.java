/// What owners do with their canvases: look, change by hand, take along, delete. Depends on the
/// domain and the ports.
@NullMarked
package dev.atelier.application.canvas;

import org.jspecify.annotations.NullMarked;
