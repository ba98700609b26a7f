package dev.atelier.application.port.in;

import dev.atelier.domain.job.JobId;

import java.time.Instant;
import java.util.List;

/// How far a watcher of all of a user's jobs has come, small enough to be kept by the watcher
/// itself, and good on every node.
///
/// What is written at the same time becomes visible in any order, so one moment cannot say what was
/// seen. It names a moment that is surely past, and tells apart what came after it.
///
/// @param since everything that was written until then was seen
/// @param seen of what was written after it: the jobs that were seen, the latest first as far as
///   that is known
public record Bookmark(Instant since, List<Seen> seen) {

    /// So many jobs at most are told apart.
    public static final int MAX_JOBS = 200;

    private static final long TAIL = 0xffff_ffff_ffffL;

    public Bookmark {
        seen = List.copyOf(seen);
    }

    /// @param job its [#tail]
    /// @param version the last one that was seen
    public record Seen(long job, long version) {}

    /// The last six bytes of a job's id: chance decides them, and tells a user's jobs of a minute
    /// apart.
    public static long tail(JobId job) {
        return job.value().getLeastSignificantBits() & TAIL;
    }
}
