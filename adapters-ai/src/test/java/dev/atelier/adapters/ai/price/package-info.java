@NullMarked
package dev.atelier.adapters.ai.price;

import org.jspecify.annotations.NullMarked;
