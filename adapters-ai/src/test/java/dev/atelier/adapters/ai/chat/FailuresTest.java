package dev.atelier.adapters.ai.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.domain.job.Failure.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import java.time.Duration;

/// Bodies as the providers send them.
final class FailuresTest {

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvFileSource(resources = "/errors/answers.txt", delimiter = '|', quoteCharacter = '~')
    void an_answer_is_classified_by_its_status_and_the_providers_words(
            int status, Kind kind, String told, String body) {
        var failure = Failures.of(new RefusedCall(status, body, null));

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.message()).contains(told);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/errors/events.txt", delimiter = '|', quoteCharacter = '~')
    void an_error_within_a_stream_is_classified_by_its_words(Kind kind, String event) {
        var error = RefusedCall.within(Complaint.of(event), event);

        assertThat(Failures.of(error).kind()).isEqualTo(kind);
    }

    @Test
    void a_provider_that_is_down_may_say_for_how_long() {
        var down = Failures.of(new RefusedCall(503, "", Duration.ofSeconds(9)));

        assertThat(down.kind()).isEqualTo(Kind.TRANSIENT);
        assertThat(down.retryAfter()).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void the_cause_is_found_below_whatever_wraps_it() {
        var wrapped = new IllegalStateException(new RuntimeException(new Declined()));

        assertThat(Failures.of(wrapped).kind()).isEqualTo(Kind.REFUSED);
    }
}
