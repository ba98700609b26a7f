package dev.atelier.domain.job;

/// A job in this state refuses this move.
public final class IllegalTransition extends IllegalStateException {

    private final transient AIJob job;

    public IllegalTransition(AIJob job, String move) {
        super("cannot " + move + " a job that is " + job.state().word());
        this.job = job;
    }

    /// The job that refused.
    public AIJob job() {
        return job;
    }
}
