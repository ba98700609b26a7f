package dev.atelier.application.watch;

import dev.atelier.application.port.in.Bookmark;
import dev.atelier.application.port.in.JobMove;
import dev.atelier.application.port.in.WatchJobs.WatchOfAll;
import dev.atelier.application.port.out.JobLog;
import dev.atelier.domain.job.UserId;

import java.time.Instant;

/// Follows all jobs of one user, by a bookmark.
final class OwnerWatch extends MailWatch implements WatchOfAll {

    private static final int PAGE = 500;

    private final UserId owner;
    private final JobLog log;
    private final Runnable leaving;
    private final Trail trail;
    private Instant page;

    OwnerWatch(UserId owner, Trail trail, Mailbox mailbox, JobLog log, Runnable leaving) {
        super(mailbox);
        this.owner = owner;
        this.log = log;
        this.leaving = leaving;
        this.trail = trail;
        this.page = Instant.MIN;
    }

    /// Pages overlap by the microsecond that entries may share; what was passed is not new.
    @Override
    Missed missed() {
        var start = trail.bookmark().since();
        var moves = log.movesAfter(owner, page.isAfter(start) ? page : start, PAGE);
        var more = moves.size() == PAGE;
        page = more ? moves.getLast().loggedAt().minusNanos(1_000) : Instant.MIN;
        return new Missed(moves, more);
    }

    @Override
    boolean accept(JobMove move, Instant surePast) {
        var isNew = trail.isNew(move);
        if (isNew) {
            trail.pass(move, surePast);
        }
        return isNew;
    }

    @Override
    public Bookmark bookmark() {
        return trail.bookmark();
    }

    @Override
    public void close() {
        leaving.run();
    }
}
