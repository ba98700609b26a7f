@NullMarked
package dev.atelier.adapters.ai.diagram;

import org.jspecify.annotations.NullMarked;
