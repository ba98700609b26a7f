@NullMarked
package dev.atelier.adapters.export;

import org.jspecify.annotations.NullMarked;
