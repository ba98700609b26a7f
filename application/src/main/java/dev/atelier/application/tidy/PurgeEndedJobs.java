package dev.atelier.application.tidy;

import dev.atelier.application.port.out.JobRetention;
import dev.atelier.application.port.out.Retention;

/// Forgets what ended long ago, a batch at a time.
final class PurgeEndedJobs {

    private static final int BATCH = 500;

    private final JobRetention retention;
    private final Retention kept;

    PurgeEndedJobs(JobRetention retention, Retention kept) {
        this.retention = retention;
        this.kept = kept;
    }

    /// @return whether there may be more
    boolean round() {
        var jobs = retention.purge(kept, BATCH);
        var keys = retention.purgeKeys(BATCH);
        return jobs == BATCH || keys == BATCH;
    }
}
