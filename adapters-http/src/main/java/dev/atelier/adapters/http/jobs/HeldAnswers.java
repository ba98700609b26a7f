package dev.atelier.adapters.http.jobs;

import dev.atelier.adapters.http.connection.GuardedConnections;
import dev.atelier.adapters.http.errors.ClientGone;
import dev.atelier.adapters.http.errors.JobGaveUp;
import dev.atelier.adapters.http.errors.JobNotCompleted;
import dev.atelier.application.port.in.AwaitJob;
import dev.atelier.application.port.in.JobQueries;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobState.Cancelled;
import dev.atelier.domain.job.JobState.Completed;
import dev.atelier.domain.job.JobState.Failed;
import dev.atelier.domain.job.JobState.Queued;
import dev.atelier.domain.job.JobState.Running;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// Answers that are held back until a job ends. A client that leaves meanwhile ends its own wait
/// and nothing else; one that closes only its half of the connection is taken as one that leaves,
/// because from here they look the same.
public record HeldAnswers(AwaitJob awaitJob, JobQueries queries) {

    /// To be called by the thread of the connection that waits for the answer.
    ///
    /// @return nothing if the job has not ended in time
    /// @throws JobGaveUp if it has failed
    /// @throws JobNotCompleted if it was cancelled
    /// @throws ClientGone if nobody waits for the answer any more
    Optional<EndedJob> hold(AIJob submitted, Duration patience) throws InterruptedException {
        var gone = new AtomicBoolean();
        try (var wait = awaitJob.begin(submitted)) {
            GuardedConnections.whenClientGone(
                    () -> {
                        gone.set(true);
                        wait.callOff();
                    });
            var job = wait.await(patience);
            if (gone.get() && !job.state().isFinal()) {
                throw new ClientGone();
            }
            return ended(job);
        }
    }

    private Optional<EndedJob> ended(AIJob job) {
        return switch (job.state()) {
            case Queued _, Running _ -> Optional.empty();
            case Completed _ -> Optional.of(EndedJob.of(queries.result(job.id(), job.owner())));
            case Failed(var failure, _, _) -> throw new JobGaveUp(job, failure);
            case Cancelled _ -> throw new JobNotCompleted(job);
        };
    }
}
