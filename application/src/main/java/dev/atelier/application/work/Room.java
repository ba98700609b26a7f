package dev.atelier.application.work;

import dev.atelier.application.port.out.Models;

import java.time.Instant;
import java.util.Optional;

/// How much more this node may take on: no more than it has slots for, and no more than its
/// providers would answer.
record Room(RunningJobs running, Models models) {

    int now() {
        return Math.min(running.room(), models.room());
    }

    /// @return when there will be room again, if it is the providers that ask for patience
    Optional<Instant> opens() {
        return models.pausedUntil();
    }
}
