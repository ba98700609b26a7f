@NullMarked
package dev.atelier.adapters.export.mermaid;

import org.jspecify.annotations.NullMarked;
