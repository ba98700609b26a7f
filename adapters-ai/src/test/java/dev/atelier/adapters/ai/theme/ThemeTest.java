package dev.atelier.adapters.ai.theme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.ai.theme.Tone.Hue;
import dev.atelier.adapters.ai.theme.Tone.Strength;
import dev.atelier.domain.canvas.CanvasStyle;
import dev.atelier.domain.canvas.ColorScheme;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.stream.Stream;

final class ThemeTest {

    /// WCAG 2.2, success criterion 1.4.3.
    private static final double READABLE = 4.5;

    static Stream<Theme> themes() {
        return Arrays.stream(CanvasStyle.values())
                .flatMap(style -> Arrays.stream(ColorScheme.values()).map(s -> Theme.of(style, s)));
    }

    @ParameterizedTest
    @MethodSource("themes")
    void text_is_readable_on_every_shape(Theme theme) {
        for (var hue : Hue.values()) {
            for (var strength : Strength.values()) {
                var tone = Tone.of(hue).as(strength);
                var contrast =
                        Rgb.parse(theme.textOn(tone))
                                .contrastWith(Rgb.parse(theme.paint(tone).fill()));
                assertThat(contrast).as("%s", tone).isGreaterThanOrEqualTo(READABLE);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("themes")
    void captions_and_lines_show_on_the_bare_canvas(Theme theme) {
        assertThat(Rgb.parse(theme.ink()).contrastWith(Rgb.WHITE)).isGreaterThanOrEqualTo(READABLE);
        assertThat(Rgb.parse(theme.lineColor()).contrastWith(Rgb.WHITE)).isGreaterThan(3);
    }

    @ParameterizedTest
    @MethodSource("themes")
    void captions_and_lines_show_on_faint_areas(Theme theme) {
        for (var hue : Hue.values()) {
            var area = Rgb.parse(theme.paint(Tone.of(hue).as(Strength.FAINT)).fill());
            assertThat(Rgb.parse(theme.ink()).contrastWith(area)).isGreaterThanOrEqualTo(READABLE);
            assertThat(Rgb.parse(theme.lineColor()).contrastWith(area)).isGreaterThan(3);
        }
    }

    /// In a drawing, words may lie on whatever they are about.
    @ParameterizedTest
    @MethodSource("themes")
    void words_without_a_shape_of_their_own_are_readable_on_every_shape(Theme theme) {
        for (var hue : Hue.values()) {
            for (var strength : Strength.values()) {
                var fill = Rgb.parse(theme.paint(Tone.of(hue).as(strength)).fill());
                assertThat(Rgb.parse(theme.ink()).contrastWith(fill))
                        .isGreaterThanOrEqualTo(READABLE);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("themes")
    void the_three_strengths_look_different(Theme theme) {
        assertThat(Strength.values())
                .extracting(it -> theme.paint(Tone.of(Hue.PROCESS).as(it)).fill())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("themes")
    void start_end_step_and_decision_look_different(Theme theme) {
        assertThat(Stream.of(Hue.START, Hue.END, Hue.PROCESS, Hue.DECISION))
                .extracting(hue -> theme.paint(Tone.of(hue)).fill())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("themes")
    void no_two_themes_look_the_same(Theme theme) {
        assertThat(themes().map(it -> it.paint(Tone.of(Hue.PROCESS))))
                .filteredOn(theme.paint(Tone.of(Hue.PROCESS))::equals)
                .hasSize(1);
    }
}
