package dev.atelier.adapters.postgres;

import static dev.atelier.testkit.Jobs.ALICE;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.application.loop.Deadline;
import dev.atelier.application.port.in.WatchJobs.Update.Moved;
import dev.atelier.application.port.in.WatchJobs.WatchOfAll;
import dev.atelier.application.port.out.StaleJob;
import dev.atelier.application.port.out.StoreUnavailable;
import dev.atelier.application.watch.WatchJobsService;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.IdempotencyKey;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.Transition;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.contract.JobsContract;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// Jobs move on one node and are watched on another, while connections to the database are cut
/// again and again. On a database of its own: the last cuts are still felt when the test is over.
final class WatchThroughCutsTest extends PostgresTest implements JobsContract {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration NOW_AND_THEN = Duration.ofSeconds(1);
    private static final int JOBS = 30;

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
    void whoever_reconnects_again_and_again_misses_nothing_while_connections_are_killed()
            throws Exception {
        var node = watching(NOW_AND_THEN);
        var random = new Random(4);
        var heard = new HashMap<JobId, List<Long>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var watch = node.all(ALICE, null);
            for (int job = 0; job < JOBS; job++) {
                threads.execute(this::aLifeInTroubledTimes);
            }
            for (int told = 0; told < 3 * JOBS; ) {
                if (random.nextInt(8) == 0) {
                    watch.close();
                    watch = reconnected(node, watch);
                }
                if (random.nextInt(20) == 0) {
                    killConnections();
                }
                if (watch.next(LONG).orElseThrow() instanceof Moved(var move)) {
                    heard.computeIfAbsent(move.job().id(), _ -> new ArrayList<>())
                            .add(move.job().version());
                    told++;
                }
            }
            assertThat(watch.next(Duration.ofMillis(50))).isEmpty();
            watch.close();
        }
        assertThat(heard)
                .hasSize(JOBS)
                .allSatisfy((_, told) -> assertThat(told).containsExactly(1L, 2L, 3L));
    }

    private static WatchOfAll reconnected(WatchJobsService node, WatchOfAll before) {
        while (true) {
            try {
                return node.all(ALICE, before.bookmark());
            } catch (StoreUnavailable outage) {
                // As a client does that finds nobody there.
            }
        }
    }

    private void aLifeInTroubledTimes() {
        var job = submitted(by(ALICE).made());
        insist(job, 2, it -> it.start(Jobs.aWorker(), now()));
        insist(job, 3, it -> Jobs.completion(it, now()));
    }

    private AIJob submitted(Transition submission) {
        var key = new IdempotencyKey(submission.job().id().toString());
        while (true) {
            try {
                return jobs().store().addOnce(key, submission);
            } catch (StoreUnavailable outage) {
                // It may be stored all the same.
            }
        }
    }

    private void insist(AIJob job, long version, Function<AIJob, Transition> step) {
        while (true) {
            try {
                var stored = found(job);
                if (stored.version() == version) {
                    return;
                }
                saved(step.apply(stored));
            } catch (StoreUnavailable | StaleJob outage) {
                // It may be stored all the same.
            }
        }
    }

    private void killConnections() {
        database()
                .number(
                        """
                        select count(pg_terminate_backend(pid)) from pg_stat_activity
                        where datname = current_database() and pid <> pg_backend_pid()
                        """);
    }
}
