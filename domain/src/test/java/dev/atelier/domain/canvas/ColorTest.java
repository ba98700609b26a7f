package dev.atelier.domain.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.domain.InvalidValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ColorTest {

    @ParameterizedTest
    @ValueSource(strings = {"#2563EB", "#e8f4ff", "#000000", "transparent"})
    void is_six_hexadecimal_digits_or_transparent(String value) {
        assertThat(new Color(value).value()).isEqualTo(value);
    }

    @Test
    void can_be_transparent() {
        assertThat(Color.TRANSPARENT).isEqualTo(new Color("transparent"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "red",
                "#FFF",
                "#12345G",
                "2563EB",
                "#2563EB00",
                "#2563EB\n",
                " #2563EB",
                "url(#x)",
                "Transparent",
                "#２５６３ＥＢ"
            })
    void is_nothing_else(String value) {
        assertThatThrownBy(() -> new Color(value)).isInstanceOf(InvalidValue.class);
    }
}
