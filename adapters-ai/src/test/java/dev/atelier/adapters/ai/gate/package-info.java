@NullMarked
package dev.atelier.adapters.ai.gate;

import org.jspecify.annotations.NullMarked;
