package dev.atelier.application.port.in;

import dev.atelier.domain.job.JobId;

/// There is no such job, or it is somebody else's: nobody is told which.
public final class JobNotFound extends RuntimeException {

    public JobNotFound(JobId id) {
        super("job " + id + " not found");
    }
}
