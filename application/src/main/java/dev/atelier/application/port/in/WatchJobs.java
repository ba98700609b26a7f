package dev.atelier.application.port.in;

import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.UserId;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Optional;

/// Follows jobs live, on whatever node they move. Every move comes once, and those of one job in
/// their order, whatever happens to connections meanwhile; progress comes as it can be had.
public interface WatchJobs {

    /// Follows one job from its move after that version on.
    ///
    /// @throws JobNotFound if the owner has no such job
    Watch job(JobId id, UserId owner, long version);

    /// Follows all jobs of the owner, from that place on; from now on if there is none.
    WatchOfAll all(UserId owner, @Nullable Bookmark after);

    /// Used by one thread. A watcher that is slow holds up nobody, and costs a bounded amount of
    /// memory: what it has no room for, it reads from the log later.
    interface Watch extends AutoCloseable {

        /// Waits for what happens next, also through an outage of the store.
        ///
        /// @return empty if nothing happened within `patience`
        /// @throws JobNotFound if the one job was deleted before all its moves were told
        Optional<Update> next(Duration patience) throws InterruptedException;

        @Override
        void close();
    }

    interface WatchOfAll extends Watch {

        /// Where to go on after what [#next] returned last.
        Bookmark bookmark();
    }

    /// What a watcher hears.
    sealed interface Update {

        JobId job();

        /// Of the job: after the move, or when the attempt began.
        long version();

        record Moved(JobMove move) implements Update {

            @Override
            public JobId job() {
                return move.job().id();
            }

            @Override
            public long version() {
                return move.job().version();
            }
        }

        /// Said by the attempt that began with that version.
        record Progressed(JobId job, long version, Progress progress) implements Update {}

        /// Drawn so far by the attempt that began with that version.
        record Drawn(JobId job, long version, CanvasDesign soFar) implements Update {}
    }
}
