package dev.atelier.domain.job;

/// One move of a job: the job as it is now, and the event that led there.
public record Transition(AIJob job, JobEvent event) {

    /// The version the job had before, which whoever stores this transition must still find.
    public long expectedVersion() {
        return job.version() - 1;
    }
}
