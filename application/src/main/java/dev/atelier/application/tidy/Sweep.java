package dev.atelier.application.tidy;

import dev.atelier.application.log.JobLines;
import dev.atelier.application.port.out.JobStore;
import dev.atelier.application.port.out.StaleJob;
import dev.atelier.application.port.out.StoreUnavailable;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.Transition;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// Makes the same move with many jobs, side by side, so that the store can write them together. A
/// job that someone else moved first is theirs; one that cannot be moved does not hold up the rest.
final class Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

    private final JobStore store;

    Sweep(JobStore store) {
        this.store = store;
    }

    /// @return how many were moved
    int moveAll(List<AIJob> jobs, Function<AIJob, Transition> move) {
        var moved = new AtomicInteger();
        try (var side = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var job : jobs) {
                side.execute(() -> JobLines.about(job, () -> move(job, move, moved)));
            }
        }
        return moved.get();
    }

    private void move(AIJob job, Function<AIJob, Transition> move, AtomicInteger moved) {
        try {
            store.save(move.apply(job));
            moved.incrementAndGet();
        } catch (StaleJob | StoreUnavailable passing) {
            LOG.debug("job {}: {}", job.id(), passing.getMessage());
        } catch (RuntimeException failed) {
            LOG.warn("job {}: could not be moved on", job.id(), failed);
        }
    }
}
