@NullMarked
package dev.atelier.adapters.export.svg;

import org.jspecify.annotations.NullMarked;
