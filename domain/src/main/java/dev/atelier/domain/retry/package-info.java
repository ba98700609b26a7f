/// When a failed attempt is worth repeating, and how long to wait for it.
@NullMarked
package dev.atelier.domain.retry;

import org.jspecify.annotations.NullMarked;
