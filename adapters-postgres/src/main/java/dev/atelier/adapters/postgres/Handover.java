package dev.atelier.adapters.postgres;

import dev.atelier.application.port.out.OpenClaim;
import dev.atelier.application.port.out.OpenClaim.Allowance;
import dev.atelier.domain.job.AIJob;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
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
                : claim.take().map(allowance -> new Taken(claim, allowance));
    }

    record Taken(OpenClaim claim, Allowance allowance) {

        /// A worker that fails spoils no commit; what it holds and does not run, it finds
        /// forgotten.
        void settle(List<AIJob> claimed) {
            try {
                claim.settle(claimed);
            } catch (RuntimeException failure) {
                var ids = claimed.stream().map(AIJob::id).toList();
                LOG.error("jobs {} could not be begun", ids, failure);
            }
        }
    }
}
