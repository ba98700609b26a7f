/// The routes about canvases, and how objects on them are shown wherever they are. Records that end
/// in `Body` come in, those that end in `View` go out, and neither leaves the adapter.
@NullMarked
package dev.atelier.adapters.http.canvases;

import org.jspecify.annotations.NullMarked;
