package dev.atelier.domain.job;

import java.util.UUID;

/// Identity of what the world is told about one end of a job: the version that the job had then, so
/// that a job which ends again is told of anew.
public record MessageId(JobId job, long version) {

    /// The name on the wire: `msg_`, the job's id without hyphens, `_` and the version.
    @Override
    public String toString() {
        return "msg_" + hex(job.value()) + "_" + version;
    }

    private static String hex(UUID id) {
        return id.toString().replace("-", "");
    }
}
