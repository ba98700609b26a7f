package dev.atelier.adapters.ai.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.domain.InvalidValue;
import dev.atelier.domain.job.GeneratedBy.Usage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PriceRowsTest {

    private static final String GOOD = "openai,api.openai.com,gpt-9,0.5,10,2026-01\n";

    @Test
    void comments_and_empty_lines_are_passed_over() {
        var list = PriceRows.read("# header\n\n" + GOOD + "  \n# end");

        assertThat(list.size()).isEqualTo(1);
        assertThat(list.cost("openai", "gpt-9", new Usage(2, 1))).isEqualByComparingTo("0.000011");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "openai,api.openai.com,gpt-9,0.5,10",
                "openai,api.openai.com,gpt-9,0.5,10,2026-01,more",
                "openai,api.openai.com,gpt-9,0.5,,2026-01",
                "openai,api.openai.com,gpt-9,-0.5,10,2026-01",
                "openai,api.openai.com,gpt-9,0.5,1e3,2026-01",
                "openai,api.openai.com,gpt-9,0.5,NaN,2026-01",
                "openai,api.openai.com,gpt-9,0.5,$10,2026-01",
                "openai,api.openai.com,gpt-9,0.5,10.0000001,2026-01",
                "openai,api.openai.com,gpt-9,0.5,99999,2026-01",
                "openai,api.openai.com,gpt-9,0.5,10,2026-13",
                "openai,api.openai.com,gpt-9,0.5,10,",
                "openai,api.openai.com,,0.5,10,2026-01",
                "openai,,gpt-9,0.5,10,2026-01",
                " openai,api.openai.com,gpt-9,0.5,10,2026-01",
                "openai,api.openai.com,gpt-9*,0.5,10,2026-01",
            })
    void a_broken_row_is_refused_in_one_line_that_names_it(String row) {
        assertThatThrownBy(() -> PriceRows.read("# header\n" + row))
                .isInstanceOf(InvalidValue.class)
                .hasMessageStartingWith("prices.csv, line 2: ")
                .hasMessageNotContaining("\n");
    }

    @Test
    void a_model_has_one_row() {
        assertThatThrownBy(() -> PriceRows.read(GOOD + GOOD))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("prices.csv, line 2: gpt-9 has a price already");
    }
}
