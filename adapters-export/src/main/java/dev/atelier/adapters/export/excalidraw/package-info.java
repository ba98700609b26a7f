/// Canvases as Excalidraw files, version 2 of the format. Depends on the domain, the figures and
/// Jackson.
@NullMarked
package dev.atelier.adapters.export.excalidraw;

import org.jspecify.annotations.NullMarked;
