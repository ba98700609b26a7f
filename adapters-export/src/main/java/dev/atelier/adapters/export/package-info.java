/// Canvases in the forms of other programs, behind one port. Knows the application's ports and the
/// domain, no other adapter.
@NullMarked
package dev.atelier.adapters.export;

import org.jspecify.annotations.NullMarked;
