package dev.atelier.adapters.ai.price;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import dev.atelier.domain.job.GeneratedBy.Usage;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.StringLength;

import java.math.BigDecimal;

/// What holds for any price and any number of tokens.
final class AnyUsageTest {

    private static final long MANY = 1_000_000_000_000L;

    @Property
    void the_parts_of_a_call_cost_exactly_what_the_whole_does(
            @ForAll @BigRange(min = "0", max = "9999") @Scale(6) BigDecimal input,
            @ForAll @BigRange(min = "0", max = "9999") @Scale(6) BigDecimal output,
            @ForAll @LongRange(min = 0, max = MANY) long in,
            @ForAll @LongRange(min = 0, max = MANY) long out,
            @ForAll @LongRange(min = 0, max = MANY) long more) {
        var list = listWith(input, output);

        var parts = cost(list, new Usage(in, out)).add(cost(list, new Usage(more, more)));

        assertThat(parts).isEqualByComparingTo(cost(list, new Usage(in + more, out + more)));
    }

    @Property
    void a_million_tokens_cost_what_the_row_says(
            @ForAll @BigRange(min = "0", max = "9999") @Scale(6) BigDecimal input,
            @ForAll @BigRange(min = "0", max = "9999") @Scale(6) BigDecimal output) {
        var list = listWith(input, output);

        assertThat(cost(list, new Usage(1_000_000, 0))).isEqualByComparingTo(input);
        assertThat(cost(list, new Usage(0, 1_000_000))).isEqualByComparingTo(output);
    }

    @Property
    void a_word_more_is_another_model(
            @ForAll @AlphaChars @StringLength(min = 1, max = 12) String word) {
        Assume.that(!word.equals("latest") && !word.equals("preview"));
        var list = listWith(BigDecimal.ONE, BigDecimal.ONE);

        assertThat(list.cost("openai", "gpt-9-" + word, new Usage(1, 1))).isNull();
        assertThat(list.cost("openai", "gpt-9" + word, new Usage(1, 1))).isNull();
    }

    private static PriceList listWith(BigDecimal input, BigDecimal output) {
        return PriceRows.read(
                "openai,api.openai.com,gpt-9,%s,%s,2026-01"
                        .formatted(input.toPlainString(), output.toPlainString()));
    }

    private static BigDecimal cost(PriceList list, Usage usage) {
        return requireNonNull(list.cost("openai", "gpt-9-2026-01-31", usage));
    }
}
