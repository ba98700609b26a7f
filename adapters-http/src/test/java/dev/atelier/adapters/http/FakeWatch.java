package dev.atelier.adapters.http;

import dev.atelier.application.port.in.Bookmark;
import dev.atelier.application.port.in.WatchJobs;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.UserId;
import dev.atelier.testkit.Jobs;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Every watcher hears the same updates, and then nothing more.
public final class FakeWatch implements WatchJobs {

    public volatile List<Update> updates = List.of();

    @Override
    public Watch job(JobId id, UserId owner, long version) {
        return new Told(updates);
    }

    @Override
    public WatchOfAll all(UserId owner, @Nullable Bookmark after) {
        return new Told(updates);
    }

    private static final class Told implements WatchOfAll {

        private final ArrayDeque<Update> left;
        private final CountDownLatch never = new CountDownLatch(1);

        Told(List<Update> updates) {
            this.left = new ArrayDeque<>(updates);
        }

        @Override
        public Optional<Update> next(Duration patience) throws InterruptedException {
            if (left.isEmpty()) {
                var _ = never.await(patience.toMillis(), TimeUnit.MILLISECONDS);
            }
            return Optional.ofNullable(left.poll());
        }

        @Override
        public Bookmark bookmark() {
            return new Bookmark(Jobs.NOON, List.of());
        }

        @Override
        public void close() {}
    }
}
