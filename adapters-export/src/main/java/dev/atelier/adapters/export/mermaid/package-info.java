/// Canvases as mermaid text: the diagram that a design shows, or else its shapes as a flowchart.
/// Depends on the domain only.
@NullMarked
package dev.atelier.adapters.export.mermaid;

import org.jspecify.annotations.NullMarked;
