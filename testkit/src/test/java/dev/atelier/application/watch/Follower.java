package dev.atelier.application.watch;

import dev.atelier.application.port.in.Bookmark;
import dev.atelier.application.port.in.JobMove;
import dev.atelier.application.port.in.JobNotFound;
import dev.atelier.application.port.in.WatchJobs;
import dev.atelier.application.port.in.WatchJobs.Update.Moved;
import dev.atelier.application.port.in.WatchJobs.Watch;
import dev.atelier.application.port.in.WatchJobs.WatchOfAll;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.UserId;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Somebody who watches, is cut off now and then, goes on where they were, and writes down which
/// moves they heard of.
final class Follower {

    private final UserId owner;
    private final @Nullable JobId job;
    private final Map<Long, Long> start = new HashMap<>();
    private final List<JobMove> heard = new ArrayList<>();
    private @Nullable Watch watch;
    private @Nullable Bookmark bookmark;

    private Follower(UserId owner, @Nullable JobId job) {
        this.owner = owner;
        this.job = job;
    }

    static Follower ofAll(UserId owner) {
        return new Follower(owner, null);
    }

    /// @param version the last that they know
    static Follower ofOne(AIJob job, long version) {
        var follower = new Follower(job.owner(), job.id());
        follower.start.put(Bookmark.tail(job.id()), version);
        return follower;
    }

    /// @param stored the owner's jobs, as they stood just before
    void connect(WatchJobs service, List<AIJob> stored) {
        try {
            if (job != null) {
                var told = heard.isEmpty() ? startOf(job) : heard.getLast().job().version();
                watch = service.job(job, owner, told);
            } else {
                connectToAll(service, stored);
            }
        } catch (JobNotFound _) {
            // It was deleted, and nothing more will happen to it.
        }
    }

    private void connectToAll(WatchJobs service, List<AIJob> stored) {
        var all = service.all(owner, bookmark);
        if (bookmark == null) {
            bookmark = all.bookmark();
            stored.forEach(it -> start.put(Bookmark.tail(it.id()), it.version()));
            bookmark.seen().forEach(seen -> start.put(seen.job(), seen.version()));
        }
        watch = all;
    }

    boolean isConnected() {
        return watch != null;
    }

    void cutOff() {
        if (watch != null) {
            watch.close();
            watch = null;
        }
    }

    void readAll() throws InterruptedException {
        while (read()) {
            // Until there is nothing more.
        }
    }

    /// @return whether there was anything
    boolean read() throws InterruptedException {
        if (watch == null) {
            return false;
        }
        try {
            var update = watch.next(Duration.ZERO);
            if (update.orElse(null) instanceof Moved(var move)) {
                heard.add(move);
            }
            if (watch instanceof WatchOfAll all) {
                bookmark = all.bookmark();
            }
            return update.isPresent();
        } catch (JobNotFound _) {
            cutOff();
            return false;
        }
    }

    UserId owner() {
        return owner;
    }

    boolean follows(JobId id) {
        return job == null || job.equals(id);
    }

    /// The version of each job before the first move that this one must hear of.
    long startOf(JobId id) {
        return start.getOrDefault(Bookmark.tail(id), 0L);
    }

    List<JobMove> heard() {
        return List.copyOf(heard);
    }

    List<Long> heardOf(JobId id) {
        return heard.stream()
                .map(JobMove::job)
                .filter(it -> it.id().equals(id))
                .map(AIJob::version)
                .toList();
    }
}
