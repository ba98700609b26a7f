/// Upkeep that runs on every node at once without a leader: abandoned jobs, expired jobs, old jobs.
@NullMarked
package dev.atelier.application.tidy;

import org.jspecify.annotations.NullMarked;
