package dev.atelier.application.watch;

import dev.atelier.application.loop.Deadline;
import dev.atelier.application.loop.Loop;
import dev.atelier.application.loop.WakeUp;
import dev.atelier.application.port.in.Bookmark;
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
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;

/// [WatchJobs] by one feed a node. Joining comes before the first look at the log, so that whatever
/// is not in the one is in the other.
public final class WatchJobsService implements WatchJobs {

    private static final int MAX_UNENDED = 5_000;

    private final JobStore store;
    private final JobLog log;
    private final InstantSource clock;
    private final Audiences audiences;
    private final Loop catchingUp;
    private JobFeed.@Nullable Subscription feed;

    /// @param clock the store's
    /// @param interval how often to look for what nobody said
    public WatchJobsService(
            JobStore store,
            JobLog log,
            ProgressBoard progress,
            InstantSource clock,
            Duration interval) {
        var wakeUp = new WakeUp();
        this.store = store;
        this.log = log;
        this.clock = clock;
        this.audiences = new Audiences(clock, wakeUp);
        var catchUp = new CatchUp(audiences, log, progress, clock, interval);
        this.catchingUp = new Loop("catch-up", wakeUp, catchUp::round);
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
        return new JobWatch(new Trace(owner, id), version, mailbox, log, leaving);
    }

    @Override
    public WatchOfAll all(UserId owner, @Nullable Bookmark after) {
        var mailbox = new Mailbox();
        Runnable leaving = () -> audiences.leave(owner, null, mailbox);
        join(owner, null, mailbox, leaving);
        try {
            var trail = new Trail(after == null ? startingNow(owner) : after, clock.instant());
            return new OwnerWatch(owner, trail, mailbox, log, leaving);
        } catch (RuntimeException failed) {
            leaving.run();
            throw failed;
        }
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
        var jobs = new ArrayList<>(log.unended(owner, MAX_UNENDED));
        jobs.addAll(lately(owner));
        return jobs;
    }

    private List<Written> lately(UserId owner) {
        return log.writtenAfter(List.of(owner), clock.instant().minus(JobLog.SETTLES));
    }

    private Bookmark startingNow(UserId owner) {
        var since = clock.instant().minus(JobLog.SETTLES);
        var seen = new HashMap<Long, Long>();
        for (var written : log.writtenAfter(List.of(owner), since)) {
            seen.put(Bookmark.tail(written.trace().job()), written.version());
        }
        return new Bookmark(since, seen);
    }
}
