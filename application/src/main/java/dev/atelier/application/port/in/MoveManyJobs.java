package dev.atelier.application.port.in;

import dev.atelier.domain.InvalidValue;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.UserId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Set;

/// Retries or cancels many jobs of anybody, each as its owner would, the oldest first. One that is
/// moved meanwhile is left alone unless its state is still meant. Whoever calls it has made sure
/// that it is an administrator.
public interface MoveManyJobs {

    int MOST = 1000;

    /// Words of states from which a job can be retried.
    Set<String> RETRIABLE = Set.of("failed", "cancelled");

    /// Words of states from which a job can be cancelled.
    Set<String> CANCELLABLE = Set.of("queued", "processing");

    Outcome retry(Command command);

    Outcome cancel(Command command);

    /// @param by the administrator
    /// @param limit how many at most
    record Command(UserId by, Selection which, int limit) {

        public Command {
            if (limit < 1 || limit > MOST) {
                throw new InvalidValue("must be between 1 and " + MOST);
            }
        }
    }

    /// Which jobs: all that is told counts, and something must be.
    ///
    /// @param statuses none means all from which the job can be moved
    /// @param ids none means any
    record Selection(
            Set<String> statuses,
            @Nullable String jobType,
            @Nullable UserId owner,
            @Nullable String tag,
            @Nullable Instant createdBefore,
            Set<JobId> ids) {

        public Selection {
            statuses = Set.copyOf(statuses);
            ids = Set.copyOf(ids);
            if (statuses.isEmpty()
                    && jobType == null
                    && owner == null
                    && tag == null
                    && createdBefore == null
                    && ids.isEmpty()) {
                throw new InvalidValue(
                        "one of status, job_type, user_id, tag, created_before and job_ids is"
                                + " required");
            }
            if (ids.size() > MOST) {
                throw new InvalidValue("must be " + MOST + " ids at most");
            }
        }

        public Selection unlessTold(Set<String> usualStatuses) {
            return statuses.isEmpty()
                    ? new Selection(usualStatuses, jobType, owner, tag, createdBefore, ids)
                    : this;
        }
    }

    /// @param matched jobs that were found, up to the limit
    /// @param done those of them that were moved
    /// @param more whether there are others
    record Outcome(int matched, int done, boolean more) {}
}
