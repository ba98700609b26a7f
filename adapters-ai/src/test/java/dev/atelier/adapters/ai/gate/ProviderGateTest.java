package dev.atelier.adapters.ai.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.atelier.application.port.out.GeneratorPaused;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.MutableClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The gate by its clock: who may ask, and when.
final class ProviderGateTest {

    private static final Duration WAIT = Duration.ofSeconds(30);
    private static final Instant OPENING = Jobs.NOON.plus(WAIT);

    private final MutableClock clock = MutableClock.atNoon();
    private final ProviderGate gate = new ProviderGate("openai", clock, () -> 0L);

    @Test
    void is_open_at_first_to_as_many_as_come() {
        assertThat(gate.closedUntil()).isEmpty();
        assertThat(enter(100)).hasSize(100);
        assertThat(gate.room()).isPositive();
    }

    @Test
    void nobody_asks_before_the_time_that_the_provider_named() {
        limited(WAIT);

        assertThat(gate.closedUntil()).contains(OPENING);
        assertThat(gate.room()).isZero();
        requireTurnedAway(OPENING);
        clock.pushForward(WAIT.minusMillis(1));
        requireTurnedAway(OPENING);
    }

    @Test
    void operators_hold_it_closed_for_as_long_as_they_like() {
        gate.hold(true);

        clock.pushForward(Duration.ofDays(1));
        assertThat(gate.room()).isZero();
        assertThat(gate.closedUntil()).contains(clock.instant().plus(Duration.ofMinutes(1)));
        requireTurnedAway(clock.instant().plus(Duration.ofMinutes(1)));

        gate.hold(false);
        assertThat(gate.closedUntil()).isEmpty();
        assertThat(enter(3)).hasSize(3);
    }

    @Test
    void what_the_provider_asked_for_outlasts_what_operators_do() {
        limited(WAIT);
        gate.hold(true);
        gate.hold(false);

        assertThat(gate.closedUntil()).contains(OPENING);
    }

    @Test
    void chance_opens_it_a_little_later_and_never_earlier() {
        var late = new ProviderGate("openai", clock, () -> -1L);

        try (var pass = late.enter()) {
            pass.limited(WAIT);
        }

        assertThat(late.closedUntil()).contains(OPENING.plusSeconds(3));
    }

    @Test
    void when_it_opens_one_goes_first_and_the_others_once_that_is_answered() {
        limited(WAIT);
        clock.pushForward(WAIT);

        assertThat(gate.closedUntil()).isEmpty();
        assertThat(gate.room()).isEqualTo(1);
        var first = gate.enter();
        requireTurnedAway(clock.instant());
        assertThat(gate.room()).isZero();

        first.answered();
        first.close();
        assertThat(gate.room()).isPositive();
        answer();
    }

    @Test
    void the_others_need_not_wait_longer_than_until_the_answer_begins() {
        var slow = enter(8);
        slow.getFirst().limited(WAIT);
        slow.forEach(Pass::close);
        clock.pushForward(WAIT);
        var first = gate.enter();
        assertThat(gate.room()).isZero();

        first.accepted();

        assertThat(gate.room()).isEqualTo(3);
    }

    @Test
    void if_the_first_is_turned_away_again_so_are_all_until_the_new_time() {
        limited(WAIT);
        clock.pushForward(WAIT);

        limited(WAIT);

        requireTurnedAway(OPENING.plus(WAIT));
    }

    @Test
    void if_the_first_tells_nothing_another_goes_alone() {
        limited(WAIT);
        clock.pushForward(WAIT);

        gate.enter().close();

        assertThat(gate.room()).isEqualTo(1);
    }

    @Test
    void calls_that_are_turned_away_together_count_once_and_the_longest_wait_holds() {
        var together = enter(10);

        together.get(0).limited(WAIT);
        together.get(1).limited(WAIT.multipliedBy(2));
        together.get(2).limited(Duration.ofSeconds(1));
        together.get(3).limited(null);
        together.forEach(Pass::close);

        assertThat(gate.closedUntil()).contains(Jobs.NOON.plus(WAIT.multipliedBy(2)));
        clock.pushForward(WAIT.multipliedBy(2));
        answer();
        assertThat(enter(5)).hasSize(5);
        requireTurnedAway(clock.instant());
    }

    @Test
    void the_limit_grows_back_with_answers() {
        var together = enter(4);
        together.getFirst().limited(WAIT);
        together.forEach(Pass::close);
        clock.pushForward(WAIT);

        answer();
        assertThat(gate.room()).isEqualTo(2);
        answer();
        assertThat(gate.room()).isEqualTo(3);
        answer();
        answer();
        answer();
        assertThat(gate.room()).isEqualTo(4);
    }

    @Test
    void what_began_before_it_closed_does_not_open_it() {
        var early = gate.enter();
        limited(WAIT);

        early.accepted();
        early.answered();
        early.close();
        requireTurnedAway(OPENING);

        clock.pushForward(WAIT);
        assertThat(gate.room()).isEqualTo(1);
    }

    @Test
    void what_began_before_it_closed_keeps_nobody_from_being_the_first() {
        var early = gate.enter();
        limited(WAIT);
        clock.pushForward(WAIT);

        answer();

        assertThat(gate.room()).as("one is under way, and one more may").isEqualTo(1);
        early.close();
    }

    @Test
    void five_failures_leave_the_provider_alone_for_half_a_minute() {
        fail(4);
        assertThat(gate.closedUntil()).isEmpty();
        fail(1);

        requireTurnedAway(OPENING);
        clock.pushForward(WAIT);
        assertThat(gate.room()).isEqualTo(1);
    }

    @Test
    void half_of_ten_is_too_much_and_less_is_not() {
        for (int n = 0; n < 4; n++) {
            answer();
            answer();
            fail(1);
        }
        answer();
        assertThat(gate.closedUntil()).isEmpty();

        fail(1);
        assertThat(gate.closedUntil()).as("four of the last ten").isEmpty();
        fail(1);
        assertThat(gate.closedUntil()).as("five of the last ten").isPresent();
    }

    @Test
    void one_call_decides_whether_the_provider_is_back() {
        fail(5);
        clock.pushForward(WAIT);

        fail(1);
        requireTurnedAway(OPENING.plus(WAIT));

        clock.pushForward(WAIT);
        answer();
        fail(4);
        assertThat(gate.closedUntil()).as("old failures are forgotten").isEmpty();
    }

    @Test
    void an_answer_that_begins_and_breaks_off_is_no_return() {
        fail(5);
        clock.pushForward(WAIT);
        var first = gate.enter();
        first.accepted();
        var second = gate.enter();

        first.failed(new IllegalStateException("cut"));
        first.close();

        requireTurnedAway(OPENING.plus(WAIT));
        second.answered();
        second.close();
        requireTurnedAway(OPENING.plus(WAIT));
    }

    @Test
    void a_first_call_that_tells_nothing_leaves_the_decision_to_the_next() {
        fail(5);
        clock.pushForward(WAIT);
        gate.enter().close();

        answer();

        assertThat(gate.room()).isGreaterThan(1);
    }

    @Test
    void a_first_call_that_is_asked_for_patience_leaves_the_decision_to_the_next() {
        fail(5);
        clock.pushForward(WAIT);
        limited(WAIT);
        clock.pushForward(WAIT);

        fail(1);

        requireTurnedAway(clock.instant().plus(WAIT));
    }

    @Test
    void asking_for_patience_and_saying_nothing_are_no_failures() {
        for (int n = 0; n < 20; n++) {
            gate.enter().close();
        }
        fail(4);
        for (int n = 0; n < 20; n++) {
            limited(Duration.ZERO);
        }

        assertThat(gate.closedUntil()).isEmpty();
    }

    @Test
    void failures_of_calls_that_began_before_it_closed_do_not_keep_it_closed() {
        var together = enter(20);
        together.subList(0, 5).forEach(pass -> pass.failed(new IllegalStateException("down")));
        clock.pushForward(WAIT);
        answer();

        together.subList(5, 20).forEach(pass -> pass.failed(new IllegalStateException("down")));
        together.forEach(Pass::close);

        assertThat(gate.closedUntil()).isEmpty();
    }

    @Test
    void a_very_long_wait_is_kept() {
        limited(Duration.ofHours(5));

        requireTurnedAway(Jobs.NOON.plus(Duration.ofHours(5)));
    }

    private void answer() {
        try (var pass = gate.enter()) {
            pass.answered();
        }
    }

    private void fail(int times) {
        for (int n = 0; n < times; n++) {
            try (var pass = gate.enter()) {
                pass.failed(new IllegalStateException("down"));
            }
        }
    }

    private void limited(Duration told) {
        try (var pass = gate.enter()) {
            pass.limited(told);
        }
    }

    private List<Pass> enter(int calls) {
        return new ArrayList<>(IntStream.range(0, calls).mapToObj(_ -> gate.enter()).toList());
    }

    private void requireTurnedAway(Instant until) {
        assertThatExceptionOfType(GeneratorPaused.class)
                .isThrownBy(gate::enter)
                .satisfies(paused -> assertThat(paused.until()).isEqualTo(until));
    }
}
