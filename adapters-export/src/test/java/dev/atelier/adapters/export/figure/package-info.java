@NullMarked
package dev.atelier.adapters.export.figure;

import org.jspecify.annotations.NullMarked;
