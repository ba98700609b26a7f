package dev.atelier.application.tidy;

import dev.atelier.application.port.out.JobRetention;

import java.time.Duration;

/// Forgets what ended long ago, a batch at a time.
final class PurgeEndedJobs {

    private static final int BATCH = 500;

    private final JobRetention retention;
    private final Duration age;

    PurgeEndedJobs(JobRetention retention, Duration age) {
        this.retention = retention;
        this.age = age;
    }

    /// @return whether there may be more
    boolean round() {
        var jobs = retention.purge(age, BATCH);
        var keys = retention.purgeKeys(BATCH);
        return jobs == BATCH || keys == BATCH;
    }
}
