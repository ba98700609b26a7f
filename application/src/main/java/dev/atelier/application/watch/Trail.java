package dev.atelier.application.watch;

import dev.atelier.application.port.in.Bookmark;
import dev.atelier.application.port.in.Bookmark.Seen;
import dev.atelier.application.port.in.JobMove;
import dev.atelier.domain.job.JobId;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// What a watcher of all jobs has been told, as far back as it may be told again.
final class Trail {

    /// Of more jobs in half a minute, some that are read again are told again.
    private static final int MAX_JOBS = 10 * Bookmark.MAX_JOBS;

    /// What was told last comes last.
    private final SequencedMap<Long, Passed> passed = new LinkedHashMap<>();

    private Instant since;

    private record Passed(Seen seen, Instant loggedAt) {}

    /// @param now by the store's clock
    Trail(Bookmark start, Instant now) {
        this.since = start.since();
        start.seen().reversed().forEach(seen -> pass(seen, now));
    }

    /// Where the watcher may start again. Of more jobs at once than a bookmark has room for, it
    /// will be told some things twice.
    Bookmark bookmark() {
        var seen = new ArrayList<Seen>(Math.min(passed.size(), Bookmark.MAX_JOBS));
        for (var job : passed.reversed().values()) {
            if (seen.size() == Bookmark.MAX_JOBS) {
                break;
            }
            seen.add(job.seen());
        }
        return new Bookmark(since, seen);
    }

    Instant since() {
        return since;
    }

    /// @return false if the watcher was told before
    boolean isNew(JobMove move) {
        return move.loggedAt().isAfter(since) && move.job().version() > last(move.job().id());
    }

    /// The last version of this job that passed, 0 if that is forgotten.
    long last(JobId job) {
        var before = passed.get(Bookmark.tail(job));
        return before == null ? 0 : before.seen().version();
    }

    void pass(JobMove move) {
        var job = move.job();
        pass(new Seen(Bookmark.tail(job.id()), job.version()), move.loggedAt());
        if (passed.size() > MAX_JOBS) {
            passed.pollFirstEntry();
        }
    }

    private void pass(Seen seen, Instant loggedAt) {
        passed.putLast(seen.job(), new Passed(seen, loggedAt));
    }

    /// Whatever was written until then has passed, or will not come.
    ///
    /// @param memory how much older than that may be what will come once more
    void settle(Instant surePast, Duration memory) {
        if (surePast.isAfter(since)) {
            since = surePast;
            var old = surePast.minus(memory);
            passed.values().removeIf(it -> it.loggedAt().isBefore(old));
        }
    }
}
