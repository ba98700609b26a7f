/// What is to be drawn, before anything has a place: diagrams of nodes and edges, and free
/// sketches. Strict values; whatever comes from outside is mended on its way in by `PictureRepair`.
/// Depends on the domain only.
@NullMarked
package dev.atelier.adapters.ai.diagram;

import org.jspecify.annotations.NullMarked;
