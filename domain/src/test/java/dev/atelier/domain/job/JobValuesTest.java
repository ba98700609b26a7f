package dev.atelier.domain.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.atelier.domain.InvalidValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

final class JobValuesTest {

    @ParameterizedTest
    @ValueSource(ints = {-100, 0, 100})
    void a_priority_lies_within_a_hundred_of_zero(int value) {
        assertThat(new Priority(value).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(ints = {-101, 101, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void a_priority_lies_nowhere_else(int value) {
        refuses(() -> new Priority(value));
    }

    @Test
    void a_key_has_1_to_255_visible_ascii_characters() {
        assertThatNoException().isThrownBy(() -> new IdempotencyKey("!"));
        assertThatNoException().isThrownBy(() -> new IdempotencyKey("~".repeat(255)));

        refuses(() -> new IdempotencyKey("~".repeat(256)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\n", "a\t", "ä", "\u007f", "🎨"})
    void a_key_has_nothing_else(String value) {
        refuses(() -> new IdempotencyKey(value));
    }

    @Test
    void tags_are_kept_in_order_and_once_each() {
        assertThat(new Tags(List.of("b", "a", "b")).values()).containsExactly("b", "a");
    }

    @Test
    void there_are_up_to_ten_different_tags() {
        var ten = IntStream.range(0, 10).mapToObj(Integer::toString).toList();
        var repeated = Collections.nCopies(11, "same");

        assertThat(new Tags(ten).values()).hasSize(10);
        assertThat(new Tags(repeated).values()).hasSize(1);
        refuses(() -> new Tags(IntStream.range(0, 11).mapToObj(Integer::toString).toList()));
    }

    @Test
    void a_tag_is_measured_as_a_person_counts() {
        assertThatNoException().isThrownBy(() -> new Tags(List.of("🎨".repeat(128))));

        refuses(() -> new Tags(List.of("🎨".repeat(129))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\u0000b", "\ud83c", "x\udfa8"})
    void a_tag_has_text_that_can_be_stored(String value) {
        refuses(() -> new Tags(List.of(value)));
    }

    @Test
    void a_user_id_has_1_to_128_characters() {
        assertThatNoException().isThrownBy(() -> new UserId("u".repeat(128)));

        refuses(() -> new UserId("u".repeat(129)));
        refuses(() -> new UserId(" "));
        refuses(() -> new UserId("a\u0007"));
    }

    @Test
    void a_timeout_is_positive() {
        refuses(() -> timingOutAfter(Duration.ZERO));
        refuses(() -> timingOutAfter(Duration.ofSeconds(-1)));
        assertThat(timingOutAfter(Duration.ofMillis(1)).timeout()).isPositive();
    }

    private static Terms timingOutAfter(Duration timeout) {
        return new Terms(Priority.NORMAL, null, null, timeout, Tags.NONE, null, null);
    }

    @Test
    void a_job_without_a_last_moment_never_expires() {
        assertThat(Terms.USUAL.expiredAt(Given.NOON.plus(Duration.ofDays(10_000)))).isFalse();
    }

    @Test
    void retries_used_are_among_those_allowed() {
        refuses(() -> new Retries(-1, 3));
        refuses(() -> new Retries(4, 3));
        refuses(() -> new Retries(0, -1));
        assertThat(Retries.none(0).exhausted()).isTrue();
        assertThat(Retries.none(1).exhausted()).isFalse();
        assertThat(Retries.none(1).useOne().exhausted()).isTrue();
    }

    @Test
    void a_failure_shows_what_can_be_shown_and_no_more() {
        var tooLong = "🎨".repeat(Failure.MAX_MESSAGE_LENGTH);
        var failure = Failure.transientFailure("a\u0000b" + tooLong);

        assertThat(failure.message()).startsWith("ab🎨").hasSizeLessThanOrEqualTo(500);
        assertThat(failure).isEqualTo(Failure.transientFailure(failure.message()));
    }

    private static void refuses(Runnable making) {
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(making::run);
    }
}
