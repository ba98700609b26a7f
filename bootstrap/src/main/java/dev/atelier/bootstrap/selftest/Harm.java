package dev.atelier.bootstrap.selftest;

import dev.atelier.domain.job.WorkerId;

import java.time.Instant;

/// A fault that a worker met.
///
/// @param at by the database's clock
record Harm(WorkerId worker, Instant at) {}
