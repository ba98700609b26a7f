package dev.atelier.adapters.postgres.witness;

/// What the tables say of all jobs.
///
/// @param jobs that are there
/// @param completed of these, with a result, a canvas and the event that says so
/// @param finishedTwice with more than one such event, or on more than one canvas version
/// @param open that still wait or run
public record Tally(long jobs, long completed, long finishedTwice, long open) {}
