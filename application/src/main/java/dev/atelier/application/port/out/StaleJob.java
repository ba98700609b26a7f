package dev.atelier.application.port.out;

import dev.atelier.domain.job.JobId;

/// Someone else moved the job first: what was decided about it rests on the past.
public final class StaleJob extends RuntimeException {

    public StaleJob(JobId id) {
        super("job " + id + " has moved on");
    }
}
