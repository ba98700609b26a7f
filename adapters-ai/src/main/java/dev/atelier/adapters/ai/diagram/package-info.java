/// What is to be drawn, before anything has a place: diagrams of nodes and edges, and free
/// sketches. Whatever a model wrote is mended on its way in; what is lost by that is a `Finding`.
/// Depends on the domain only.
@NullMarked
package dev.atelier.adapters.ai.diagram;

import org.jspecify.annotations.NullMarked;
