package dev.atelier.adapters.postgres;

import dev.atelier.application.port.out.JobLog.Trace;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.JobState;
import dev.atelier.domain.job.JobState.Queued;
import dev.atelier.domain.job.Transition;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What one node tells the others: that work may be waiting, and to which jobs something happened.
///
/// @param lookAgain more happened than this says
record Hint(boolean queued, Map<Trace, News> jobs, boolean lookAgain) {

    /// What happened to a job; the later outweighs the earlier.
    enum News {
        /// Its attempt said or drew something.
        PROGRESSED,
        MOVED,
        /// It moved to its end.
        ENDED
    }

    static final Hint LOOK_AGAIN = new Hint(true, Map.of(), true);

    /// About as many as happen in the few milliseconds between two messages, and some more.
    private static final int MAX_JOBS = 2_000;

    Hint {
        jobs = Map.copyOf(jobs);
    }

    /// @param moves of one job in the order in which they happened; the last counts
    static Hint of(Collection<Transition> moves) {
        var states = new HashMap<Trace, JobState>();
        for (var move : moves) {
            var job = move.job();
            states.put(new Trace(job.owner(), job.id()), job.state());
        }
        var jobs = new HashMap<Trace, News>();
        states.forEach((job, state) -> jobs.put(job, state.isFinal() ? News.ENDED : News.MOVED));
        return new Hint(states.values().stream().anyMatch(Queued.class::isInstance), jobs, false);
    }

    static Hint of(Trace job, News news) {
        return new Hint(false, Map.of(job, news), false);
    }

    /// What comes together until it is told. Not safe for use by several threads.
    static final class Gathered {

        private final Map<Trace, News> jobs = new HashMap<>();
        private boolean queued;
        private boolean lookAgain;

        void add(Hint more) {
            queued |= more.queued;
            lookAgain |= more.lookAgain;
            more.jobs.forEach((job, news) -> jobs.merge(job, news, Hint::later));
            if (jobs.size() > MAX_JOBS) {
                lookAgain = true;
                jobs.clear();
            }
        }

        boolean saysNothing() {
            return jobs.isEmpty() && !queued && !lookAgain;
        }

        /// Says it, and begins anew.
        Hint take() {
            var all = new Hint(queued, jobs, lookAgain);
            jobs.clear();
            queued = false;
            lookAgain = false;
            return all;
        }
    }

    private static News later(News one, News other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    boolean saysNothing() {
        return jobs.isEmpty() && !queued && !lookAgain;
    }

    /// @return the jobs of which this is the news
    Set<Trace> of(News news) {
        return jobs.entrySet().stream()
                .filter(job -> job.getValue() == news)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    Set<JobId> ended() {
        return of(News.ENDED).stream().map(Trace::job).collect(Collectors.toSet());
    }
}
