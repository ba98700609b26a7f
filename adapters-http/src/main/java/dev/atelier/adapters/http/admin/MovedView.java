package dev.atelier.adapters.http.admin;

import dev.atelier.application.port.in.MoveManyJobs.Outcome;

/// What became of many jobs.
record MovedView(boolean success, int matched, int done, boolean more) {

    static MovedView of(Outcome outcome) {
        return new MovedView(true, outcome.matched(), outcome.done(), outcome.more());
    }
}
