package dev.atelier.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.domain.job.JobId;
import dev.atelier.testkit.JobIds;
import dev.atelier.testkit.MutableClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class HintTest {

    private static final UUID NODE = UUID.randomUUID();

    private static Set<JobId> ids(int count) {
        return Stream.generate(new JobIds(MutableClock.atNoon()))
                .limit(count)
                .collect(Collectors.toSet());
    }

    @Test
    void what_is_sent_is_what_is_read() {
        var both = Hint.QUEUED.and(Hint.ended(ids(3)));

        assertThat(Hint.parse(both.payload(NODE))).isEqualTo(both);
        assertThat(Hint.parse(Hint.QUEUED.payload(NODE))).isEqualTo(Hint.QUEUED);
        assertThat(Hint.parse(Hint.LOOK_AGAIN.payload(NODE))).isEqualTo(Hint.LOOK_AGAIN);
        assertThat(Hint.isFrom(NODE, both.payload(NODE))).isTrue();
        assertThat(Hint.isFrom(UUID.randomUUID(), both.payload(NODE))).isFalse();
    }

    @Test
    void a_payload_always_fits() {
        var many = Hint.ended(ids(190)).and(Hint.ended(ids(10)));
        var tooMany = Hint.ended(ids(10)).and(Hint.ended(ids(500)));

        assertThat(many.payload(NODE)).hasSizeLessThan(8000);
        assertThat(Hint.parse(tooMany.payload(NODE)).lookAgain()).isTrue();
        assertThat(tooMany.payload(NODE)).hasSizeLessThan(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "a|q|not-an-id", "a|b|c|d"})
    void a_payload_of_another_form_is_a_reason_to_look(String payload) {
        assertThat(Hint.parse(payload)).isEqualTo(Hint.LOOK_AGAIN);
    }
}
