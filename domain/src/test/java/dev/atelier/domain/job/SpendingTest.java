package dev.atelier.domain.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.domain.job.GeneratedBy.Usage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.List;

class SpendingTest {

    private static final Usage SOME = new Usage(1000, 20);

    @Test
    void of_nobody_is_nothing() {
        assertThat(Spending.of((GeneratedBy) null)).isEqualTo(Spending.NONE);
        assertThat(Spending.NONE.cost()).isNull();
    }

    @Test
    void a_call_that_counted_nothing_is_nothing() {
        assertThat(Spending.of(List.of(call(null, null)))).isEqualTo(Spending.NONE);
    }

    @Test
    void tokens_without_a_price_are_counted_and_cost_is_unknown() {
        var spent = Spending.of(List.of(call(SOME, null)));

        assertThat(spent).isEqualTo(new Spending(1000, 20, BigDecimal.ZERO, 0, 1));
        assertThat(spent.cost()).isNull();
    }

    @Test
    void a_price_of_nothing_is_a_price() {
        assertThat(Spending.of(List.of(call(SOME, "0"))).cost()).isEqualByComparingTo("0");
    }

    @Test
    void a_sum_is_exact_and_tells_what_it_lacks() {
        var spent =
                Spending.of(
                        List.of(
                                call(SOME, "0.1"),
                                call(SOME, "0.2"),
                                call(SOME, "0.0000000375"),
                                call(SOME, null)));

        assertThat(spent.cost()).isEqualTo(new BigDecimal("0.3000000375"));
        assertThat(spent.inputTokens()).isEqualTo(4000);
        assertThat(spent.outputTokens()).isEqualTo(80);
        assertThat(spent.pricedCalls()).isEqualTo(3);
        assertThat(spent.unpricedCalls()).isEqualTo(1);
    }

    private static ProviderCall call(@Nullable Usage usage, @Nullable String cost) {
        var dollars = cost == null ? null : new BigDecimal(cost);
        return new ProviderCall("openai", "a-model", usage, dollars, null, null, null);
    }
}
