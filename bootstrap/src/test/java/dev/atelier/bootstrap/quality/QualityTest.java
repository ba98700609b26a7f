package dev.atelier.bootstrap.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// What the whole set comes to; `./mvnw -q -Pquality` shows it.
final class QualityTest {

    static List<RecordedPrompt> prompts() {
        return RecordedPrompt.all();
    }

    @ParameterizedTest
    @MethodSource("prompts")
    void offline_draws_it_without_a_flaw(RecordedPrompt prompt) throws InterruptedException {
        assertSound(Drawn.by(Source.OFFLINE, prompt));
    }

    @ParameterizedTest
    @MethodSource("prompts")
    void what_a_model_said_becomes_a_drawing_without_a_flaw(RecordedPrompt prompt)
            throws InterruptedException {
        assertSound(Drawn.by(Source.RECORDED, prompt));
    }

    @ParameterizedTest
    @ValueSource(strings = {"53-robot-sloppy", "54-sonnensystem-sloppy"})
    void what_the_second_round_mends_would_be_seen_without_it(String name)
            throws InterruptedException {
        var prompt = prompts().stream().filter(it -> it.name().equals(name)).findFirst();
        var unmended = prompt.orElseThrow().withFirstReplyOnly();

        assertThat(Drawn.by(Source.RECORDED, unmended).measured().isSound()).isFalse();
    }

    @Test
    void the_set_is_as_large_as_promised() {
        assertThat(prompts()).hasSizeGreaterThanOrEqualTo(60);
    }

    private static void assertSound(Drawn drawn) {
        var measured = drawn.measured();
        assertThat(measured.overlaps()).as("overlaps").isEmpty();
        assertThat(measured.looseArrows()).as("loose arrows").isEmpty();
        assertThat(measured.textsOutside()).as("texts outside of their boxes").isEmpty();
        assertThat(measured.objectsOutside()).as("objects outside of the canvas").isEmpty();
    }
}
