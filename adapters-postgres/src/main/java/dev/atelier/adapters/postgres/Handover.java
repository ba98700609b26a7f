package dev.atelier.adapters.postgres;

import dev.atelier.application.port.out.OpenClaim;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.WorkerId;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;

/// Where this node's worker leaves a claim open, and where those who store jobs find it.
final class Handover {

    private static final Logger LOG = LoggerFactory.getLogger(Handover.class);

    private volatile @Nullable OpenClaim open;

    void leaveOpen(OpenClaim claim) {
        open = claim;
    }

    Optional<Taken> take() {
        var claim = open;
        return claim == null
                ? Optional.empty()
                : claim.take().map(worker -> new Taken(claim, worker));
    }

    record Taken(OpenClaim claim, WorkerId worker) {

        /// A worker that fails spoils no commit; what it holds and does not run, it finds
        /// forgotten.
        void settle(Optional<AIJob> started) {
            try {
                claim.settle(started);
            } catch (RuntimeException failure) {
                var id = started.map(AIJob::id).orElse(null);
                LOG.error("job {} could not be begun", id, failure);
            }
        }
    }
}
