package dev.atelier.application.watch;

import dev.atelier.application.port.in.Bookmark;
import dev.atelier.application.port.in.JobMove;
import dev.atelier.application.port.in.WatchJobs.WatchOfAll;
import dev.atelier.domain.job.JobId;

import java.time.Duration;
import java.time.Instant;

/// Follows all jobs of one user, by a bookmark.
final class OwnerWatch extends MailWatch implements WatchOfAll {

    private final Trail trail;
    private final Replay replay;
    private final Runnable leaving;

    /// @param behind false where the trail begins after the mailbox was there
    OwnerWatch(Trail trail, Mailbox mailbox, boolean behind, Replay replay, Runnable leaving) {
        super(mailbox, behind);
        this.trail = trail;
        this.replay = replay;
        this.leaving = leaving;
    }

    @Override
    Missed missed() {
        return replay.next(trail);
    }

    @Override
    boolean accept(JobMove move, Instant surePast, Duration memory) {
        var isNew = trail.isNew(move);
        if (isNew) {
            trail.pass(move);
        }
        trail.settle(surePast, memory);
        return isNew;
    }

    @Override
    long told(JobId job) {
        return trail.last(job);
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
