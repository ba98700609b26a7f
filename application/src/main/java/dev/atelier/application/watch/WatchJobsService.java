package dev.atelier.application.watch;

import dev.atelier.application.loop.Deadline;
import dev.atelier.application.loop.Loop;
import dev.atelier.application.loop.WakeUp;
import dev.atelier.application.port.in.Bookmark;
import dev.atelier.application.port.in.Bookmark.Seen;
import dev.atelier.application.port.in.JobNotFound;
import dev.atelier.application.port.in.WatchJobs;
import dev.atelier.application.port.out.JobFeed;
import dev.atelier.application.port.out.JobLog;
import dev.atelier.application.port.out.JobLog.Trace;
import dev.atelier.application.port.out.JobLog.Written;
import dev.atelier.application.port.out.JobStore;
import dev.atelier.application.port.out.ProgressBoard;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.UserId;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// [WatchJobs] by one feed a node. Joining comes before the first look at the log, so that whatever
/// is not in the one is in the other.
public final class WatchJobsService implements WatchJobs {

    private static final int MAX_UNENDED = 5_000;
    private static final int PAGE = 200;

    private final JobStore store;
    private final Reading reading;
    private final Audiences audiences;
    private final Loop catchingUp;
    private JobFeed.@Nullable Subscription feed;

    /// How watchers read the log.
    ///
    /// @param clock the store's
    /// @param page so many moves at once
    record Reading(JobLog log, InstantSource clock, int page) {}

    WatchJobsService(JobStore store, Reading reading, Audiences audiences, Loop catchingUp) {
        this.store = store;
        this.reading = reading;
        this.audiences = audiences;
        this.catchingUp = catchingUp;
    }

    /// @param clock the store's
    /// @param interval how often to look for what nobody said
    public static WatchJobsService of(
            JobStore store,
            JobLog log,
            ProgressBoard progress,
            InstantSource clock,
            Duration interval) {
        var wakeUp = new WakeUp();
        var audiences = new Audiences(clock, wakeUp);
        var catchUp = new CatchUp(audiences, log, progress, clock, interval);
        return new WatchJobsService(
                store,
                new Reading(log, clock, PAGE),
                audiences,
                new Loop("catch-up", wakeUp, catchUp::round));
    }

    public void start(JobFeed source) {
        feed = source.follow(audiences);
        catchingUp.start();
    }

    public void stop(Deadline deadline) throws InterruptedException {
        if (feed != null) {
            feed.close();
        }
        catchingUp.stop();
        catchingUp.awaitEnd(deadline.left());
    }

    @Override
    public Watch job(JobId id, UserId owner, long version) {
        if (store.find(id, owner).isEmpty()) {
            throw new JobNotFound(id);
        }
        var mailbox = new Mailbox();
        Runnable leaving = () -> audiences.leave(owner, id, mailbox);
        join(owner, id, mailbox, leaving);
        return new JobWatch(new Trace(owner, id), version, mailbox, reading.log(), leaving);
    }

    @Override
    public WatchOfAll all(UserId owner, @Nullable Bookmark after) {
        var mailbox = new Mailbox();
        Runnable leaving = () -> audiences.leave(owner, null, mailbox);
        join(owner, null, mailbox, leaving);
        try {
            var start = after == null ? startingNow(owner) : after;
            var trail = new Trail(start, reading.clock().instant());
            return new OwnerWatch(trail, mailbox, after != null, replay(owner), leaving);
        } catch (RuntimeException failed) {
            leaving.run();
            throw failed;
        }
    }

    private Replay replay(UserId owner) {
        return new Replay(owner, reading.log(), reading.clock(), reading.page());
    }

    private void join(UserId owner, @Nullable JobId job, Mailbox mailbox, Runnable leaving) {
        try {
            audiences.join(owner, job, mailbox).open(() -> whereJobsStand(owner));
        } catch (RuntimeException failed) {
            leaving.run();
            throw failed;
        }
    }

    private Collection<Written> whereJobsStand(UserId owner) {
        var jobs = new ArrayList<>(reading.log().unended(owner, MAX_UNENDED));
        jobs.addAll(writtenAfter(unsettled(), owner));
        return jobs;
    }

    private Bookmark startingNow(UserId owner) {
        var since = unsettled();
        var seen =
                writtenAfter(since, owner).stream()
                        .map(it -> new Seen(Bookmark.tail(it.trace().job()), it.version()));
        return new Bookmark(since, seen.toList());
    }

    /// What was written until then is visible, and was heard by all who watch.
    private Instant unsettled() {
        return reading.clock().instant().minus(JobLog.SETTLES).minus(Audience.CLOCK_ERROR);
    }

    private List<Written> writtenAfter(Instant since, UserId owner) {
        return reading.log().writtenAfter(List.of(owner), since);
    }
}
