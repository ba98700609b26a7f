package dev.atelier.adapters.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.application.port.out.CanvasGenerator;
import dev.atelier.application.port.out.GenerationFailed;
import dev.atelier.domain.job.Failure;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

final class FailoverGeneratorTest {

    private static final CanvasGenerator WORKS =
            AiAdapter.open(new AiSettings(List.of("offline"), Map.of())).generator();
    private static final CanvasGenerator MUST_NOT_BE_ASKED =
            (_, _) -> {
                throw new AssertionError("was asked");
            };

    @Test
    void the_first_that_works_is_the_only_one_asked() throws Exception {
        assertThat(generate(WORKS, MUST_NOT_BE_ASKED)).isNotNull();
    }

    @Test
    void passes_on_from_a_failure_that_may_be_the_providers_own() throws Exception {
        var busy = failing(Failure.rateLimited("busy", null));
        var down = failing(Failure.transientFailure("down"));

        assertThat(generate(busy, down, WORKS).by().provider()).isEqualTo("offline");
    }

    @Test
    void stops_at_a_failure_that_is_for_good() {
        var refuses = failing(Failure.permanent("no"));

        assertThatThrownBy(() -> generate(refuses, MUST_NOT_BE_ASKED))
                .isInstanceOf(GenerationFailed.class)
                .hasMessage("no");
    }

    @Test
    void fails_as_the_last_one_does() {
        assertThatThrownBy(
                        () ->
                                generate(
                                        failing(Failure.transientFailure("first")),
                                        failing(Failure.transientFailure("last"))))
                .hasMessage("last");
    }

    @Test
    void an_interrupt_ends_it() {
        CanvasGenerator interrupted =
                (_, _) -> {
                    throw new InterruptedException();
                };

        assertThatThrownBy(() -> generate(interrupted, MUST_NOT_BE_ASKED))
                .isInstanceOf(InterruptedException.class);
    }

    private static CanvasGenerator.Generated generate(CanvasGenerator... generators)
            throws InterruptedException {
        return new FailoverGenerator(List.of(generators)).generate(Asking.brief("a -> b"), _ -> {});
    }

    private static CanvasGenerator failing(Failure failure) {
        return (_, _) -> {
            throw new GenerationFailed(failure, null, null);
        };
    }
}
