/// The retry policy, for many seeds.
@NullMarked
package dev.atelier.domain.retry;

import org.jspecify.annotations.NullMarked;
