package dev.atelier.application.port.out;

import dev.atelier.application.port.in.WatchJobs.Update.Drawn;
import dev.atelier.application.port.in.WatchJobs.Update.Progressed;
import dev.atelier.application.port.out.JobLog.Trace;
import dev.atelier.domain.job.Transition;
import dev.atelier.domain.job.UserId;

import java.util.List;
import java.util.Set;

/// What happens to jobs, as it happens, on whatever node. News may be lost, come twice or out of
/// order: the [JobLog] tells what is true.
public interface JobFeed {

    /// The listener is called on a thread of the adapter's and must return at once.
    ///
    /// @return ends the subscription
    Subscription follow(Listener listener);

    interface Listener {

        /// Stored on this node.
        void moved(List<Transition> moves);

        /// Said on this node.
        void progressed(UserId owner, Progressed progress);

        /// Drawn on this node.
        void drawn(UserId owner, Drawn drawn);

        /// Something happened to these jobs on another node.
        ///
        /// @param moved something was stored
        /// @param progressed their attempts said or drew something
        void elsewhere(Set<Trace> moved, Set<Trace> progressed);

        /// Anything may have happened: news was lost, as after a reconnect.
        void lookAgain();
    }

    interface Subscription extends AutoCloseable {

        @Override
        void close();
    }
}
