package dev.atelier.adapters.http.live;

import dev.atelier.adapters.http.socketio.Audience;
import dev.atelier.adapters.http.socketio.Socket;
import dev.atelier.application.port.in.Bookmark;
import dev.atelier.application.port.in.JobNotFound;
import dev.atelier.application.port.in.JobQueries;
import dev.atelier.application.port.in.JobQueries.PageRequest;
import dev.atelier.application.port.in.WatchJobs;
import dev.atelier.application.port.in.WatchJobs.Update;
import dev.atelier.application.port.in.WatchJobs.WatchOfAll;
import dev.atelier.application.port.out.StoreUnavailable;
import dev.atelier.domain.job.UserId;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The sockets of one user on this node, and the watcher that they share while there are any. What
/// an outage of the store holds up, they are told after it.
final class UserRoom implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(UserRoom.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final long OPENING_SECONDS = 5;
    private static final int MAX_SHOWN = 100;

    private final UserId user;
    private final WatchJobs watchJobs;
    private final JobQueries queries;
    private final RoomEvents events;
    private final Audience audience;
    private final CountDownLatch watching = new CountDownLatch(1);
    private final Thread thread;
    private @Nullable Bookmark place;
    private int sockets;

    UserRoom(UserId user, WatchJobs watchJobs, JobQueries queries, Audience audience) {
        this.user = user;
        this.watchJobs = watchJobs;
        this.queries = queries;
        this.events = new RoomEvents(new LiveEvents(queries));
        this.audience = audience;
        this.thread = Thread.ofVirtual().name("user-room").unstarted(this::run);
    }

    void enter() {
        if (sockets++ == 0) {
            thread.start();
        }
    }

    /// @return whether nobody is left
    boolean leave() {
        var empty = --sockets == 0;
        if (empty) {
            close();
        }
        return empty;
    }

    /// Tells a new socket of the jobs that have not ended, once moves after that are watched for.
    void show(Socket socket) {
        var unended =
                new PageRequest(
                        user, Set.of("queued", "processing"), null, null, null, 0, MAX_SHOWN);
        try {
            if (watching.await(OPENING_SECONDS, TimeUnit.SECONDS)) {
                var jobs = queries.page(unended).jobs().reversed();
                jobs.forEach(details -> events.show(details, socket));
            }
        } catch (StoreUnavailable passing) {
            LOG.debug("a new socket was not shown its jobs", passing);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                watch();
                Thread.sleep(BETWEEN_TRIES);
            }
        } catch (InterruptedException left) {
            LOG.debug("nobody is in the room any more", left);
        }
    }

    private void watch() throws InterruptedException {
        try (var watch = watchJobs.all(user, place)) {
            place = watch.bookmark();
            watching.countDown();
            follow(watch);
        } catch (StoreUnavailable outage) {
            LOG.info("sockets wait for the store: {}", outage.getMessage());
        } catch (RuntimeException bug) {
            LOG.error("sockets were not told what happened to a job", bug);
        }
    }

    private void follow(WatchOfAll watch) throws InterruptedException {
        while (true) {
            var update = watch.next(PATIENCE);
            if (update.isPresent()) {
                tell(update.get());
                place = watch.bookmark();
            }
        }
    }

    private void tell(Update update) {
        try {
            events.tell(update, audience);
        } catch (JobNotFound deleted) {
            LOG.debug("a job was deleted before its end was told", deleted);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
