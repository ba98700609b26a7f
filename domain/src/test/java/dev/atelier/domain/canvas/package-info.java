/// Each value of a canvas refuses what it must not hold.
@NullMarked
package dev.atelier.domain.canvas;

import org.jspecify.annotations.NullMarked;
