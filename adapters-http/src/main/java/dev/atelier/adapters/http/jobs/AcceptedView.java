package dev.atelier.adapters.http.jobs;

import dev.atelier.domain.job.AIJob;

/// The promise of a canvas. A replay shows where the first job stands by now.
record AcceptedView(boolean success, String jobId, String message, String status) {

    static AcceptedView of(AIJob job) {
        return new AcceptedView(
                true, job.id().toString(), "Canvas creation job started", job.state().word());
    }
}
