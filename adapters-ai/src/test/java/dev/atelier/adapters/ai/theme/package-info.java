@NullMarked
package dev.atelier.adapters.ai.theme;

import org.jspecify.annotations.NullMarked;
