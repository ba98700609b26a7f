/// The job: what was asked for, where it stands, which moves are allowed, and what each move tells
/// the world.
@NullMarked
package dev.atelier.domain.job;

import org.jspecify.annotations.NullMarked;
