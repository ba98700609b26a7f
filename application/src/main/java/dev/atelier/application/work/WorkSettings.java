package dev.atelier.application.work;

import dev.atelier.domain.InvalidValue;

import java.time.Duration;

/// How a worker works.
///
/// @param slots jobs that run here at once; none: other processes run them
/// @param poll how often to look for work and for lost jobs when no signal comes
/// @param jobTimeout how long one attempt may run
/// @param lease how long a silent worker keeps its jobs
public record WorkSettings(int slots, Duration poll, Duration jobTimeout, Duration lease) {

    public WorkSettings {
        if (slots < 0) {
            throw new InvalidValue("a worker cannot have fewer slots than none");
        }
        if (!poll.isPositive() || !jobTimeout.isPositive() || !lease.isPositive()) {
            throw new InvalidValue("poll, timeout and lease must be positive");
        }
    }

    public WorkSettings withoutSlots() {
        return new WorkSettings(0, poll, jobTimeout, lease);
    }

    /// A worker renews its lease three times before it would end.
    Duration beat() {
        return lease.dividedBy(3);
    }

    /// How often to look for what no signal told of, for jobs that were lost or forgotten among it:
    /// a forgotten one is found at the second look, which should take no longer than to find one
    /// whose worker died.
    public Duration look() {
        return poll.compareTo(beat()) < 0 ? poll : beat();
    }

    /// How long after its last renewal a worker vouches for its jobs: it stops well before others
    /// may take over.
    Duration trust() {
        return lease.multipliedBy(4).dividedBy(5);
    }
}
