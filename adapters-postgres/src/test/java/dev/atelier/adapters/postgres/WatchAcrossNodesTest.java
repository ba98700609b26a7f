package dev.atelier.adapters.postgres;

import static dev.atelier.testkit.Jobs.ALICE;
import static dev.atelier.testkit.Jobs.BOB;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.application.loop.Deadline;
import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.in.WatchJobs.Update.Moved;
import dev.atelier.application.port.in.WatchJobs.Update.Progressed;
import dev.atelier.application.port.in.WatchJobs.WatchOfAll;
import dev.atelier.application.watch.WatchJobsService;
import dev.atelier.domain.job.AIJob;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.contract.JobsContract;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;

/// Jobs move on one node and are watched on another.
final class WatchAcrossNodesTest extends PostgresTest implements JobsContract {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration NEVER = Duration.ofHours(1);

    private @Nullable WatchJobsService watching;

    @AfterEach
    void stop() throws InterruptedException {
        if (watching != null) {
            watching.stop(Deadline.in(LONG));
        }
    }

    /// On a node of its own.
    private WatchJobsService watching(Duration interval) {
        var node = database().openNode();
        var service =
                WatchJobsService.of(
                        node.store(), node.log(), node.progress(), node.clock(), interval);
        service.start(node.feed());
        watching = service;
        return service;
    }

    @Test
    void every_move_and_progress_is_told_in_order_and_nobody_elses() throws Exception {
        try (var watch = watching(NEVER).all(ALICE, null)) {
            var queued = added(by(ALICE));
            added(by(BOB));
            requireMove(watch, queued);
            var running = saved(queued.start(aLiveWorker(), now()));
            requireMove(watch, running);
            jobs().progress().show(running, new Progress(10, "Thinking"));
            assertThat(watch.next(LONG))
                    .contains(new Progressed(running.id(), 2, new Progress(10, "Thinking")));
            requireMove(watch, saved(Jobs.completion(running, now())));
        }
    }

    private static void requireMove(WatchOfAll watch, AIJob job) throws InterruptedException {
        assertThat(watch.next(LONG)).map(update -> ((Moved) update).move().job()).contains(job);
    }
}
