/// A job's life, move by move.
@NullMarked
package dev.atelier.domain.job;

import org.jspecify.annotations.NullMarked;
