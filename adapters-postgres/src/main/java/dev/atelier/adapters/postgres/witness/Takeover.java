package dev.atelier.adapters.postgres.witness;

import dev.atelier.domain.job.WorkerId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// A running job that was taken from its worker, as the log of events has it.
///
/// @param againAt when it was started again; null if it was not
public record Takeover(
        WorkerId from, Instant startedAt, Instant takenAt, @Nullable Instant againAt) {}
