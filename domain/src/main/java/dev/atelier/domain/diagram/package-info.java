/// What is to be drawn, before anything has a place: diagrams of nodes and edges, and free
/// sketches. Strict values; whoever reads them from outside mends first.
@NullMarked
package dev.atelier.domain.diagram;

import org.jspecify.annotations.NullMarked;
