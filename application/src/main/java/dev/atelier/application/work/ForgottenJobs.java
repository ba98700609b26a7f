package dev.atelier.application.work;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.atelier.application.log.JobLines;
import dev.atelier.application.port.out.JobQueue;
import dev.atelier.application.port.out.JobStore;
import dev.atelier.application.port.out.StaleJob;
import dev.atelier.application.work.RunningJobs.Held;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.Failure;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Set;

/// Jobs that the store says this worker holds while nobody runs them here: the answer to a claim
/// was lost on its way, or an outcome could not be written. As long as this worker lives no other
/// would find them, so it declares them abandoned itself.
final class ForgottenJobs {

    private static final Logger LOG = LoggerFactory.getLogger(ForgottenJobs.class);

    private final JobQueue queue;
    private final RunningJobs running;
    private final LeaseKeeper lease;
    private final JobStore store;
    private final FailedAttempts failedAttempts;
    private Set<AIJob> seenBefore = Set.of();

    ForgottenJobs(
            JobQueue queue,
            RunningJobs running,
            LeaseKeeper lease,
            JobStore store,
            FailedAttempts failedAttempts) {
        this.queue = queue;
        this.running = running;
        this.lease = lease;
        this.store = store;
        this.failedAttempts = failedAttempts;
    }

    /// At first sight a job may be on its way from claim to begin, or have been settled since the
    /// store was asked: it is forgotten if nothing has changed by the next round. None is held
    /// while a claim is under way.
    void round() {
        var known = running.jobs();
        var stored = lease.held().map(worker -> queue.held(worker, known)).orElse(List.of());
        var ours = running.held();
        var idle =
                stored.stream()
                        .filter(job -> !ours.contains(Held.of(job)))
                        .collect(toUnmodifiableSet());
        idle.stream()
                .filter(seenBefore::contains)
                .forEach(job -> JobLines.about(job, () -> abandon(job)));
        seenBefore = idle;
    }

    private void abandon(AIJob job) {
        LOG.warn("job {}: held by this worker, and nobody runs it", job.id());
        try {
            store.save(failedAttempts.fail(job, Failure.abandoned(), null));
        } catch (StaleJob overtaken) {
            LOG.debug("job {}: {}", job.id(), overtaken.getMessage());
        } catch (RuntimeException failed) {
            LOG.warn("job {}: could not be moved on", job.id(), failed);
        }
    }
}
