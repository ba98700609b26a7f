package dev.atelier.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;

final class PlainTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "a\tb\r\nc", "größer", "大きく", "🎨", "e\u0301"})
    void clean_text_passes_as_it_is(String text) {
        assertThat(PlainText.requireClean(text)).isSameAs(text);
        assertThat(PlainText.clean(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u0000", "a\u0007", "\u001b[31m", "\u007f", "\u0085", "\ud83c", "\udfa8x"})
    void what_cannot_be_stored_or_shown_is_refused(String text) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> PlainText.requireClean(text));
    }

    @Property
    void cleaned_text_is_clean_and_survives_utf_8(@ForAll String text) {
        var clean = PlainText.clean(text);

        assertThat(PlainText.requireClean(clean)).isEqualTo(clean);
        var bytes = clean.getBytes(StandardCharsets.UTF_8);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(clean);
    }
}
