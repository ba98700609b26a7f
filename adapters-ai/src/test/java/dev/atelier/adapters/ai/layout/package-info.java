@NullMarked
package dev.atelier.adapters.ai.layout;

import org.jspecify.annotations.NullMarked;
