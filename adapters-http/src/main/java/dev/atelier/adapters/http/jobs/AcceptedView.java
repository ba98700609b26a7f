package dev.atelier.adapters.http.jobs;

import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobRequest;
import dev.atelier.domain.job.JobRequest.CreateCanvas;
import dev.atelier.domain.job.JobRequest.ModifyCanvas;

/// The promise of a canvas. A replay repeats it word for word, wherever the job stands by now.
record AcceptedView(boolean success, String jobId, String message, String status) {

    private static final String QUEUED = "queued";

    static AcceptedView of(AIJob job) {
        return new AcceptedView(true, job.id().toString(), message(job.request()), QUEUED);
    }

    private static String message(JobRequest request) {
        return switch (request) {
            case CreateCanvas _ -> "Canvas creation job started";
            case ModifyCanvas _ -> "Canvas modification job started";
        };
    }
}
