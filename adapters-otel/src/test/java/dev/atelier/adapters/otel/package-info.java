@NullMarked
package dev.atelier.adapters.otel;

import org.jspecify.annotations.NullMarked;
