@NullMarked
package dev.atelier.adapters.ai.check;

import org.jspecify.annotations.NullMarked;
