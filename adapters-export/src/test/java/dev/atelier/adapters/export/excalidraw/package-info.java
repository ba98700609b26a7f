@NullMarked
package dev.atelier.adapters.export.excalidraw;

import org.jspecify.annotations.NullMarked;
