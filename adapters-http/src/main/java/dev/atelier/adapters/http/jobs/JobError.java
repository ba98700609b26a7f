package dev.atelier.adapters.http.jobs;

import dev.atelier.application.port.in.JobDetails;
import dev.atelier.domain.job.JobState.Cancelled;
import dev.atelier.domain.job.JobState.Completed;
import dev.atelier.domain.job.JobState.Failed;
import dev.atelier.domain.job.JobState.Queued;
import dev.atelier.domain.job.JobState.Running;

import org.jspecify.annotations.Nullable;

/// Why a job failed, or why its last attempt did while the next one is waited for.
final class JobError {

    private JobError() {}

    static @Nullable String of(JobDetails details) {
        return switch (details.job().state()) {
            case Failed(var failure, _, _) -> failure.message();
            case Queued _ when details.job().retries().used() > 0 -> ofLastAttempt(details);
            case Queued _, Running _, Completed _, Cancelled _ -> null;
        };
    }

    private static @Nullable String ofLastAttempt(JobDetails details) {
        return details.attempts().isEmpty() ? null : details.attempts().getLast().error();
    }
}
