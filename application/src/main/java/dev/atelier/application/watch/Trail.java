package dev.atelier.application.watch;

import dev.atelier.application.port.in.Bookmark;
import dev.atelier.application.port.in.JobMove;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a watcher of all jobs has been told, as far back as it may be told again.
final class Trail {

    private static final int MAX_JOBS = 10 * Bookmark.MAX_JOBS;

    private final Map<Long, Passed> passed = new LinkedHashMap<>();
    private Instant since;
    private Bookmark bookmark;

    private record Passed(long version, Instant loggedAt) {}

    /// @param now by the store's clock
    Trail(Bookmark start, Instant now) {
        this.since = start.since();
        this.bookmark = start;
        start.seen().forEach((tail, version) -> passed.put(tail, new Passed(version, now)));
    }

    /// Where the watcher may start again: of more jobs at once than a bookmark has room for, at a
    /// place that it has passed before.
    Bookmark bookmark() {
        if (passed.size() <= Bookmark.MAX_JOBS) {
            var seen = new HashMap<Long, Long>();
            passed.forEach((tail, it) -> seen.put(tail, it.version()));
            bookmark = new Bookmark(since, seen);
        }
        return bookmark;
    }

    /// @return false if the watcher was told before
    boolean isNew(JobMove move) {
        var before = passed.get(Bookmark.tail(move.job().id()));
        return move.loggedAt().isAfter(since)
                && (before == null || move.job().version() > before.version());
    }

    /// @param surePast whatever was written until then has passed too
    void pass(JobMove move, Instant surePast) {
        var tail = Bookmark.tail(move.job().id());
        passed.remove(tail);
        passed.put(tail, new Passed(move.job().version(), move.loggedAt()));
        if (surePast.isAfter(since)) {
            since = surePast;
            var old = surePast.minus(Audience.CLOCK_ERROR);
            passed.values().removeIf(it -> it.loggedAt().isBefore(old));
        }
        if (passed.size() > MAX_JOBS) {
            passed.remove(passed.keySet().iterator().next());
        }
    }
}
