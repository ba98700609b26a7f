package dev.atelier.adapters.export.mermaid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.export.Labels;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

final class WordsTest {

    private static final Pattern NUMBERED = Pattern.compile("#(\\d+);");

    @Test
    void ordinary_writing_stays_as_it_is() {
        assertThat(Words.quoted("It's done, isn't it? Re-order (now) 3.5 kg and/or größer 大きく 🎨"))
                .isEqualTo("\"It's done, isn't it? Re-order (now) 3.5 kg and/or größer 大きく 🎨\"");
    }

    @Test
    void signs_with_a_meaning_become_numbers() {
        assertThat(Words.quoted("\"a\" [b] #quot; %%"))
                .isEqualTo("\"#34;a#34; #91;b#93; #35;quot#59; #37;#37;\"");
    }

    @Test
    void no_text_begins_a_list() {
        assertThat(Words.quoted("1. one")).isEqualTo("\"1#46; one\"");
        assertThat(Words.quoted("2) two")).isEqualTo("\"2#41; two\"");
        assertThat(Words.quoted("- three")).isEqualTo("\"#45; three\"");
    }

    @Test
    void a_line_break_stays_one() {
        assertThat(Words.quoted("a\nb\r\nc")).isEqualTo("\"a<br/>b<br/>c\"");
    }

    @Test
    void without_quotes_no_text_begins_with_a_keyword() {
        assertThat(Words.bare("Section 5")).isEqualTo("#83;ection 5");
        assertThat(Words.bare("sectional")).isEqualTo("sectional");
    }

    @Property(tries = 500)
    void any_text_is_one_string_that_reads_the_same(@ForAll("labels") String label) {
        var quoted = Words.quoted(label);
        var inside = quoted.substring(1, quoted.length() - 1);

        assertThat(inside.replace("<br/>", "")).doesNotContain("\"", "<", ">", "\n", "%", "`", "|");
        assertThat(read(inside)).isEqualTo(String.join("\n", label.strip().lines().toList()));
        assertThat(read(Words.bare(label))).isEqualTo(read(inside));
    }

    @Provide
    Arbitrary<String> labels() {
        return Labels.any().map(label -> label.replace("\u200B", ""));
    }

    private static String read(String escaped) {
        return NUMBERED.matcher(escaped.replace("<br/>", "\n").replace("\u200B", ""))
                .replaceAll(
                        number ->
                                Matcher.quoteReplacement(
                                        Character.toString(Integer.parseInt(number.group(1)))));
    }
}
