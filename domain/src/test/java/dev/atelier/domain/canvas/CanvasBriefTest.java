package dev.atelier.domain.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.atelier.domain.InvalidValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;

final class CanvasBriefTest {

    @Test
    void instructions_are_trimmed() {
        assertThat(new Instructions(" \n\tDraw a box\u2003 ").text()).isEqualTo("Draw a box");
    }

    @Test
    void instructions_have_up_to_a_thousand_characters_as_a_person_counts() {
        assertThat(new Instructions("🎨".repeat(1000)).text()).hasSize(2000);
        assertThat(new Instructions("  " + "a".repeat(1000) + "  ").text()).hasSize(1000);

        refuses(() -> new Instructions("a".repeat(1001)));
        refuses(() -> new Instructions("🎨".repeat(1001)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n\t", "a\u0000b", "draw \ud83c", "\u001b[2J"})
    void instructions_are_text_that_says_something(String text) {
        refuses(() -> new Instructions(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "my-canvas_1", "01939b5e-0000-7000-8000-000000000001"})
    void a_canvas_is_named_by_letters_digits_and_two_signs(String value) {
        assertThat(new CanvasId(value).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "..", "ä", "a\n", "a:b"})
    void a_canvas_is_named_by_nothing_else(String value) {
        refuses(() -> new CanvasId(value));
    }

    @Test
    void the_name_of_a_canvas_has_up_to_100_characters() {
        assertThat(new CanvasId("a".repeat(100)).value()).hasSize(100);
        refuses(() -> new CanvasId("a".repeat(101)));
    }

    @Test
    void styles_and_colour_schemes_have_the_words_of_the_wire() {
        assertThat(Arrays.stream(CanvasStyle.values()).map(CanvasStyle::word))
                .containsExactly("modern", "corporate", "creative", "minimal");
        assertThat(Arrays.stream(ColorScheme.values()).map(ColorScheme::word))
                .containsExactly("default", "pastel", "vibrant", "monochrome");
    }

    private static void refuses(Runnable making) {
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(making::run);
    }
}
