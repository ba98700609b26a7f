package dev.atelier.domain.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.atelier.domain.InvalidValue;
import dev.atelier.domain.job.Failure;
import dev.atelier.domain.job.Failure.Kind;
import dev.atelier.domain.job.Retries;
import dev.atelier.domain.retry.RetryDecision.GiveUp;
import dev.atelier.domain.retry.RetryDecision.RetryAt;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

final class RetryPolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Failure OVERLOADED = Failure.transientFailure("overloaded");
    private static final RetryPolicy USUAL = policy(120_000, 480_000, 0.2);

    private static RetryPolicy policy(long baseMillis, long capMillis, double jitter) {
        return new RetryPolicy(Duration.ofMillis(baseMillis), Duration.ofMillis(capMillis), jitter);
    }

    private static double waitMillis(RetryPolicy policy, Failure failure, int used, long seed) {
        var retries = new Retries(used, used + 1);
        return switch (policy.decide(failure, retries, NOW, new SplittableRandom(seed))) {
            case RetryAt(var due) -> (double) Duration.between(NOW, due).toMillis();
            case GiveUp() -> throw new AssertionError("gave up");
        };
    }

    @Example
    void waits_two_four_and_eight_minutes_without_jitter_and_then_no_longer() {
        var exact = policy(120_000, 480_000, 0);

        assertThat(List.of(0, 1, 2, 3, 4))
                .extracting(used -> waitMillis(exact, OVERLOADED, used, 1) / 60_000)
                .containsExactly(2.0, 4.0, 8.0, 8.0, 8.0);
    }

    @Property
    void waits_for_the_doubled_base_at_most_the_cap_give_or_take_the_jitter(
            @ForAll @LongRange(max = 600_000) long base,
            @ForAll @LongRange(max = 86_400_000) long more,
            @ForAll @DoubleRange(max = 1) double jitter,
            @ForAll @IntRange(max = 200) int used,
            @ForAll long seed) {
        var cap = base + more;
        var plain = Math.min((double) cap, (double) base * Math.pow(2, used));

        var wait = waitMillis(policy(base, cap, jitter), OVERLOADED, used, seed);

        assertThat(wait).isBetween(plain * (1 - jitter) - 1, plain * (1 + jitter) + 1);
    }

    @Property
    void never_waits_less_than_the_provider_asks_nor_much_more_than_either(
            @ForAll @LongRange(max = 80_000) long asked,
            @ForAll @IntRange(max = 5) int used,
            @ForAll long seed) {
        var failure = Failure.rateLimited("slow down", Duration.ofSeconds(asked));

        var wait = waitMillis(USUAL, failure, used, seed);

        assertThat(wait)
                .isBetween(
                        1000.0 * (double) asked,
                        Math.max(1000.0 * (double) asked, 480_000) * 1.2 + 1);
    }

    @Property(tries = 100)
    void no_provider_holds_a_job_for_longer_than_a_day_and_the_jitter(
            @ForAll @LongRange(min = 86_400) long asked, @ForAll long seed) {
        var failure = Failure.rateLimited("come back in an age", Duration.ofSeconds(asked));

        var wait = waitMillis(USUAL, failure, 0, seed);

        assertThat(wait).isBetween(86_400_000.0, 86_400_000 * 1.2);
    }

    @Property(tries = 50)
    void a_provider_that_asks_for_nothing_is_no_reason_to_hurry(
            @ForAll @LongRange(min = -1000, max = 0) long asked, @ForAll long seed) {
        var failure = Failure.rateLimited("slow down", Duration.ofSeconds(asked));

        assertThat(waitMillis(USUAL, failure, 0, seed))
                .isEqualTo(waitMillis(USUAL, OVERLOADED, 0, seed));
    }

    @Property(tries = 50)
    void spreads_jobs_that_failed_together(@ForAll long seed) {
        var random = new Random(seed);
        var dues =
                random.longs(20)
                        .mapToObj(each -> waitMillis(USUAL, OVERLOADED, 0, each))
                        .distinct()
                        .toList();

        assertThat(dues).hasSizeGreaterThan(10);
    }

    @Property(tries = 100)
    void retries_what_may_work_next_time_and_nothing_else(
            @ForAll Kind kind, @ForAll @IntRange(max = 9) int used) {
        var failure = new Failure(kind, "failed", null);

        var decision = USUAL.decide(failure, new Retries(used, 10), NOW, new SplittableRandom(1));

        switch (kind) {
            case TRANSIENT, RATE_LIMITED, TIMED_OUT ->
                    assertThat(decision).isInstanceOf(RetryAt.class);
            case ABANDONED -> assertThat(decision).isEqualTo(new RetryAt(NOW));
            case PERMANENT, REFUSED, EXPIRED -> assertThat(decision).isEqualTo(new GiveUp());
        }
    }

    @Property(tries = 100)
    void gives_up_once_all_retries_are_used(
            @ForAll Kind kind, @ForAll @IntRange(max = 20) int allowed) {
        var failure = new Failure(kind, "failed", Duration.ofSeconds(1));

        assertThat(
                        USUAL.decide(
                                failure,
                                new Retries(allowed, allowed),
                                NOW,
                                new SplittableRandom(1)))
                .isEqualTo(new GiveUp());
    }

    @Example
    void refuses_settings_that_make_no_sense() {
        for (var jitter : List.of(-0.1, 1.1, Double.NaN)) {
            assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> policy(1, 2, jitter));
        }
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> policy(-1, 2, 0));
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> policy(3, 2, 0));
    }
}
