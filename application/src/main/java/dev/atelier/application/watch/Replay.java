package dev.atelier.application.watch;

import static java.util.stream.Collectors.toMap;

import dev.atelier.application.port.in.JobMove;
import dev.atelier.application.port.out.JobLog;
import dev.atelier.application.port.out.JobLog.Trace;
import dev.atelier.application.watch.MailWatch.Missed;
import dev.atelier.domain.job.UserId;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// The log of one user's jobs, read page by page up to what is there by now. Pages overlap by the
/// microsecond that entries may share.
final class Replay {

    private static final Duration MICROSECOND = Duration.ofNanos(1_000);

    private final UserId owner;
    private final JobLog log;
    private final InstantSource clock;
    private final int size;

    /// What was written until then was visible before the first page was read.
    private Instant settled = Instant.MIN;

    private Instant start = Instant.MIN;
    private int limit;

    /// @param clock the store's
    /// @param size of a page
    Replay(UserId owner, JobLog log, InstantSource clock, int size) {
        this.owner = owner;
        this.log = log;
        this.clock = clock;
        this.size = size;
        this.limit = size;
    }

    /// The next page after what has passed, the first again after the last.
    Missed next(Trail trail) {
        var isFirst = start.equals(Instant.MIN);
        if (isFirst) {
            settled = clock.instant().minus(JobLog.SETTLES);
        }
        var page = log.movesAfter(owner, isFirst ? trail.since() : start, limit);
        var moves = new ArrayList<Mail.Entry>();
        if (!isFirst) {
            forerunners(page, trail).forEach(it -> moves.add(new Mail.Entry(it, Instant.MIN)));
        }
        page.forEach(it -> moves.add(new Mail.Entry(it, passedWith(it))));
        var more = page.size() == limit;
        turn(page, more);
        return new Missed(moves, more);
    }

    /// A move that became visible after the page before this one was read may belong before it, and
    /// its job's next move on this page: it would be passed over.
    private List<JobMove> forerunners(List<JobMove> page, Trail trail) {
        var first = page.stream().collect(toMap(it -> it.job().id(), it -> it, (one, _) -> one));
        var unsure =
                first.values().stream()
                        .filter(it -> it.loggedAt().isAfter(settled))
                        .filter(it -> it.job().version() > trail.last(it.job().id()) + 1)
                        .map(it -> new Trace(owner, it.job().id()))
                        .toList();
        return unsure.isEmpty() ? List.of() : log.moves(unsure);
    }

    /// Whatever was written until then has passed when this move of the page has.
    private Instant passedWith(JobMove move) {
        var before = move.loggedAt().minus(MICROSECOND);
        return before.isBefore(settled) ? before : settled;
    }

    /// More than fit may share their microsecond: then the next page is larger.
    private void turn(List<JobMove> page, boolean more) {
        var next = more ? page.getLast().loggedAt().minus(MICROSECOND) : Instant.MIN;
        limit = more && !next.isAfter(start) ? 2 * limit : size;
        start = next;
    }
}
