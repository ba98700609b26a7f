/// Canvases as images. Depends on the domain, the figures and the JDK's XML writer.
@NullMarked
package dev.atelier.adapters.export.svg;

import org.jspecify.annotations.NullMarked;
