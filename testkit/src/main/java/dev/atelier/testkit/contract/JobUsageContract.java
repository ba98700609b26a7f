package dev.atelier.testkit.contract;

import static dev.atelier.testkit.Jobs.ALICE;
import static dev.atelier.testkit.Jobs.BOB;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.application.port.in.JobDetails.Attempt;
import dev.atelier.application.port.in.JobStats;
import dev.atelier.application.port.in.JobStats.Hour;
import dev.atelier.domain.canvas.Canvas;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.GeneratedBy;
import dev.atelier.domain.job.GeneratedBy.Usage;
import dev.atelier.domain.job.ProviderCall;
import dev.atelier.domain.job.Spending;
import dev.atelier.domain.job.UserId;
import dev.atelier.domain.retry.RetryDecision.GiveUp;
import dev.atelier.domain.retry.RetryDecision.RetryAt;
import dev.atelier.testkit.Jobs;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// What attempts took: told call by call with the job, and added up for its owner and for all.
public interface JobUsageContract extends JobsContract {

    private static ProviderCall call(@Nullable Usage usage, @Nullable String cost) {
        var dollars = cost == null ? null : new BigDecimal(cost);
        return new ProviderCall("openai", "a-model", usage, dollars, null, null, null);
    }

    private static GeneratedBy asked(long input, long output, @Nullable String cost) {
        return new GeneratedBy(List.of(call(new Usage(input, output), cost)));
    }

    private AIJob completedBy(UserId owner, GeneratedBy by) {
        return completedBy(running(owner, aLiveWorker()), by, now());
    }

    private AIJob completedBy(AIJob running, GeneratedBy by, Instant at) {
        var begun = Canvas.begin(Jobs.canvasOf(running), running.owner(), Jobs.DRAWN);
        return saved(running.complete(begun, by, at));
    }

    private AIJob failedBy(UserId owner, @Nullable GeneratedBy by) {
        var job = running(owner, aLiveWorker());
        return saved(job.attemptFailed(Jobs.REFUSED, new GiveUp(), by, now()));
    }

    private AIJob requeuedBy(UserId owner, GeneratedBy by) {
        var job = running(owner, aLiveWorker());
        var again = new RetryAt(now().minusSeconds(1));
        return saved(job.attemptFailed(Jobs.OVERLOADED, again, by, now()));
    }

    private JobStats stats(UserId owner) {
        return jobs().catalogue().stats(owner);
    }

    private static void requireSpent(
            JobStats stats, long input, long output, @Nullable String cost, long unpriced) {
        var spent = stats.spent();
        assertThat(spent.inputTokens()).isEqualTo(input);
        assertThat(spent.outputTokens()).isEqualTo(output);
        assertThat(spent.unpricedCalls()).isEqualTo(unpriced);
        requireCost(spent, cost);
    }

    private static void requireCost(Spending spent, @Nullable String cost) {
        if (cost == null) {
            assertThat(spent.cost()).isNull();
        } else {
            assertThat(spent.cost()).isEqualByComparingTo(cost);
        }
    }

    @Test
    default void every_call_is_told_as_it_was() {
        var by =
                new GeneratedBy(
                        List.of(
                                new ProviderCall(
                                        "openai",
                                        "gpt-9",
                                        null,
                                        null,
                                        null,
                                        Duration.ofNanos(1_500_000_001),
                                        "The provider is busy — größer"),
                                new ProviderCall("offline", null, null, null, null, null, null),
                                new ProviderCall(
                                        "anthropic",
                                        "claude-9",
                                        new Usage(3_000_000_000L, 340),
                                        new BigDecimal("0.0000000375"),
                                        Duration.ofMillis(420),
                                        Duration.ofMinutes(2),
                                        null)));

        for (var job :
                List.of(completedBy(ALICE, by), failedBy(ALICE, by), requeuedBy(ALICE, by))) {
            var details = jobs().catalogue().details(job.id(), ALICE).orElseThrow();
            assertThat(details.attempts()).extracting(Attempt::by).containsExactly(by);
        }
    }

    @Test
    default void nothing_done_is_nothing_spent() {
        added(by(ALICE));

        requireSpent(stats(ALICE), 0, 0, null, 0);
        requireSpent(jobs().catalogue().statsOfAll(), 0, 0, null, 0);
    }

    @Test
    default void attempts_are_counted_however_they_end() {
        completedBy(ALICE, asked(1000, 10, "0.1"));
        requeuedBy(ALICE, asked(200, 2, "0.02"));
        failedBy(ALICE, asked(30, 1, "0.003"));
        failedBy(ALICE, null);

        requireSpent(stats(ALICE), 1230, 13, "0.123", 0);
    }

    @Test
    default void all_attempts_of_a_job_are_counted() {
        var queued = requeuedBy(ALICE, asked(100, 10, "0.5"));
        var second = saved(queued.start(aLiveWorker(), now()));

        completedBy(second, asked(100, 10, "0.25"), now());

        requireSpent(stats(ALICE), 200, 20, "0.75", 0);
    }

    @Test
    default void all_calls_of_an_attempt_are_counted() {
        var some = new Usage(100, 10);
        var none = call(null, null);

        completedBy(ALICE, new GeneratedBy(List.of(call(some, "0.5"), none, call(some, "0.25"))));

        requireSpent(stats(ALICE), 200, 20, "0.75", 0);
    }

    @Test
    default void tokens_without_a_price_are_told_beside_the_sum() {
        completedBy(ALICE, asked(100, 10, "0.5"));
        completedBy(ALICE, asked(100, 10, null));
        completedBy(BOB, asked(100, 10, null));

        requireSpent(stats(ALICE), 200, 20, "0.5", 1);
        requireSpent(stats(BOB), 100, 10, null, 1);
        requireSpent(jobs().catalogue().statsOfAll(), 300, 30, "0.5", 2);
    }

    @Test
    default void what_costs_nothing_has_a_price() {
        completedBy(ALICE, asked(100, 10, "0"));

        requireSpent(stats(ALICE), 100, 10, "0", 0);
    }

    @Test
    default void sums_are_exact() {
        for (int n = 0; n < 10; n++) {
            completedBy(ALICE, asked(1, 0, "0.1"));
        }
        completedBy(ALICE, asked(1, 0, "0.000000075"));

        requireSpent(stats(ALICE), 11, 0, "1.000000075", 0);
    }

    @Test
    default void many_at_once_are_all_counted() {
        var running = Stream.generate(() -> running(ALICE, aLiveWorker())).limit(20).toList();

        Together.call(
                running.size(),
                n -> completedBy(running.get(n), asked(5, 1, n % 2 == 0 ? "0.01" : null), now()));

        requireSpent(stats(ALICE), 100, 20, "0.1", 10);
    }

    @Test
    default void what_was_spent_outlives_the_job() {
        jobs().store().delete(completedBy(ALICE, asked(100, 10, "0.5")));

        requireSpent(stats(ALICE), 100, 10, "0.5", 0);
    }

    @Test
    default void a_cancelled_and_a_released_attempt_count_nothing() {
        saved(running(ALICE, aLiveWorker()).cancel(now()));
        saved(running(ALICE, aLiveWorker()).release(now()));

        requireSpent(stats(ALICE), 0, 0, null, 0);
    }

    @Test
    default void what_was_spent_is_told_by_the_hour() {
        var then = now().minus(Duration.ofHours(5));
        var job = saved(added(by(ALICE).at(then)).start(aLiveWorker(), then));
        completedBy(job, asked(100, 10, "0.5"), then);
        completedBy(ALICE, asked(3, 1, null));

        var hours = stats(ALICE).byHour();

        assertThat(hours).extracting(Hour::spent).doesNotContainNull().hasSize(24);
        assertThat(hours.stream().map(Hour::spent).reduce(Spending.NONE, Spending::plus))
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(stats(ALICE).spent());
        assertThat(hours.stream().map(hour -> hour.spent().cost()).filter(Objects::nonNull))
                .singleElement()
                .satisfies(cost -> assertThat(cost).isEqualByComparingTo("0.5"));
    }
}
