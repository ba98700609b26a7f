package dev.atelier.application.control;

import dev.atelier.application.port.in.JobNotFound;
import dev.atelier.application.port.out.JobStore;
import dev.atelier.application.port.out.StaleJob;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.Transition;
import dev.atelier.domain.job.UserId;

import java.util.Optional;
import java.util.function.Function;

/// Reads a job, decides, saves; and again if someone else moved it in between.
final class EditJob {

    private final JobStore store;

    EditJob(JobStore store) {
        this.store = store;
    }

    /// @param decision the move to make; empty if the job is already where it should be
    AIJob edit(JobId id, UserId owner, Function<AIJob, Optional<Transition>> decision) {
        while (true) {
            var job = store.find(id, owner).orElseThrow(() -> new JobNotFound(id));
            var transition = decision.apply(job);
            if (transition.isEmpty()) {
                return job;
            }
            try {
                store.save(transition.get());
                return transition.get().job();
            } catch (StaleJob overtaken) {
                // The next look decides anew: whoever overtook us made progress, so this ends.
            }
        }
    }
}
