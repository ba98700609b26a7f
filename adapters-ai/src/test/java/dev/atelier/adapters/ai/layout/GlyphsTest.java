package dev.atelier.adapters.ai.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.text.Normalizer;
import java.text.Normalizer.Form;

final class GlyphsTest {

    @Test
    void what_japanese_shares_with_other_scripts_is_as_wide_as_the_rest_of_it() {
        assertThat(width("バーコード")).isEqualTo(width("漢漢漢漢漢"));
        assertThat(width("「」")).isEqualTo(width("漢漢"));
    }

    @Test
    void latin_letters_of_full_width_have_it() {
        assertThat(width("ｆｕｌｌ")).isEqualTo(width("漢漢漢漢"));
    }

    @Test
    void a_korean_syllable_is_one_letter() {
        assertThat(width("회원가입")).isEqualTo(width("漢漢漢漢"));
    }

    @Test
    void accents_take_no_room_however_they_are_written() {
        assertThat(width("sí")).isEqualTo(width("si"));
        assertThat(width(Normalizer.normalize("übergrößé", Form.NFD)))
                .isEqualTo(width("übergrößé"));
    }

    @Test
    void letters_of_arabic_and_hindi_are_narrower_than_ideographs() {
        assertThat(width("اختيار")).isLessThan(width("漢漢漢漢漢漢"));
        assertThat(width("चाय")).isLessThan(width("漢漢漢"));
    }

    private static double width(String text) {
        return Glyphs.width(text, 10);
    }
}
