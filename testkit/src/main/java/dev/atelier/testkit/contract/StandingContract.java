package dev.atelier.testkit.contract;

import static dev.atelier.testkit.Jobs.ALICE;
import static dev.atelier.testkit.Jobs.BOB;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.application.port.in.Supervision.CallRecord;
import dev.atelier.application.port.in.Supervision.WorkerStanding;
import dev.atelier.application.port.out.Overview.Called;
import dev.atelier.domain.canvas.Canvas;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.GeneratedBy;
import dev.atelier.domain.job.ProviderCall;
import dev.atelier.domain.retry.RetryDecision.RetryAt;
import dev.atelier.testkit.Jobs;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// How workers and providers stand, on all nodes.
public interface StandingContract extends JobsContract {

    private static GeneratedBy by(ProviderCall... calls) {
        return new GeneratedBy(List.of(calls));
    }

    private static ProviderCall call(
            String provider, @Nullable String model, int seconds, @Nullable String error) {
        return new ProviderCall(
                provider, model, null, null, null, Duration.ofSeconds(seconds), error);
    }

    private void completed(AIJob running, GeneratedBy by, Instant at) {
        var begun = Canvas.begin(Jobs.canvasOf(running), running.owner(), Jobs.DRAWN);
        saved(running.complete(begun, by, at));
    }

    @Test
    default void live_workers_are_told_with_what_they_hold() {
        var busy = aLiveWorker();
        var idle = aLiveWorker();
        var silent = aLiveWorker();
        running(ALICE, busy);
        running(BOB, busy);
        running(BOB, silent);
        jobs().endLease(silent);

        var workers = jobs().overview().workers();

        assertThat(workers).extracting(WorkerStanding::id).containsExactlyInAnyOrder(busy, idle);
        for (var worker : workers) {
            assertThat(worker.slots()).isEqualTo(10);
            assertThat(worker.running()).isEqualTo(worker.id().equals(busy) ? 2 : 0);
            assertThat(worker.startedAt()).isBeforeOrEqualTo(worker.heartbeatAt());
            assertThat(worker.heartbeatAt())
                    .isBetween(now().minusSeconds(60), now().plusSeconds(60));
        }
    }

    @Test
    default void calls_of_the_last_hour_are_told_for_each_model() {
        var now = now();
        var worker = aLiveWorker();
        completed(
                running(ALICE, worker),
                by(call("openai", "a", 9, "overloaded"), call("anthropic", "b", 4, null)),
                now.minusSeconds(60));
        completed(running(BOB, worker), by(call("anthropic", "b", 2, null)), now);
        saved(
                running(BOB, worker)
                        .attemptFailed(
                                Jobs.OVERLOADED,
                                new RetryAt(now.plusSeconds(60)),
                                by(call("openai", "a", 3, "down")),
                                now));
        completed(running(BOB, worker), by(call("offline", null, 1, null)), now);

        assertThat(jobs().overview().lastHour())
                .containsExactlyInAnyOrder(
                        new Called("openai", "a", new CallRecord(2, 2, 6.0, "down", now)),
                        new Called("anthropic", "b", new CallRecord(2, 0, 3.0, null, null)),
                        new Called("offline", null, new CallRecord(1, 0, 1.0, null, null)));
    }

    @Test
    default void older_calls_and_calls_of_no_length_count_for_nothing() {
        var worker = aLiveWorker();
        var longAgo = now().minus(Duration.ofMinutes(61));
        var old = saved(added(by(ALICE).at(longAgo)).start(worker, longAgo));
        completed(old, by(call("openai", "a", 9, "overloaded")), longAgo);
        saved(Jobs.completion(running(ALICE, worker), now()));
        saved(running(ALICE, worker).cancel(now()));

        assertThat(jobs().overview().lastHour())
                .containsExactly(
                        new Called("openai", "a-model", new CallRecord(1, 0, null, null, null)));
    }
}
