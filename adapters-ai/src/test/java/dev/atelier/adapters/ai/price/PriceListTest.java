package dev.atelier.adapters.ai.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.domain.job.GeneratedBy.Usage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;

/// The list that is shipped: which model costs what, and which must not be guessed at.
final class PriceListTest {

    private static final Usage A_MILLION_EACH = new Usage(1_000_000, 1_000_000);
    private static final PriceList LIST = PriceList.load();

    @Test
    void is_read_to_its_last_row() {
        assertThat(LIST.size()).isGreaterThan(40);
    }

    @ParameterizedTest
    @CsvSource({
        "openai, gpt-4.1, 10",
        "openai, gpt-4.1-2025-04-14, 10",
        "openai, gpt-4.1-mini, 2.00",
        "openai, gpt-4.1-mini-2025-04-14, 2.00",
        "openai, gpt-4.1-nano-2025-04-14, 0.50",
        "openai, gpt-4o-2024-11-20, 12.50",
        "openai, gpt-4o-2024-05-13, 20",
        "openai, gpt-4-0613, 90",
        "openai, gpt-4-1106-preview, 40",
        "openai, gpt-4-turbo-preview, 40",
        "anthropic, claude-sonnet-4-5-20250929, 18",
        "anthropic, claude-sonnet-4-20250514, 18",
        "anthropic, claude-opus-4-20250514, 90",
        "anthropic, claude-opus-4-5-20251101, 30",
        "anthropic, claude-3-5-haiku-latest, 4.80",
        "gemini, gemini-2.5-flash, 2.80",
        "gemini, gemini-2.5-flash-lite, 0.50",
        "gemini, gemini-2.5-flash-preview-09-2025, 2.80",
        "gemini, gemini-2.0-flash-001, 0.50",
    })
    void a_model_and_its_dated_names_have_one_price(String provider, String model, String dollars) {
        assertThat(LIST.cost(provider, model, A_MILLION_EACH)).isEqualByComparingTo(dollars);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gpt-4.1-ultra",
                "gpt-4.1mini",
                "gpt-4.15",
                "gpt-4.1-mini-2025-04-14-tuned",
                "gpt-4-32k",
                "gpt-5.9",
                "ft:gpt-4.1:somebody",
                "GPT-4.1",
                "claude-sonnet-4-5",
                "llama3.3",
                "",
            })
    void a_model_that_only_looks_like_one_of_them_has_no_price(String model) {
        assertThat(LIST.cost("openai", model, A_MILLION_EACH)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"claude-opus-4-9", "claude-opus-40", "claude-opus-4-12"})
    void a_later_version_is_another_model(String model) {
        assertThat(LIST.cost("anthropic", model, A_MILLION_EACH)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ollama", "offline", "anthropic", ""})
    void another_provider_has_a_price_of_its_own_or_none(String provider) {
        assertThat(LIST.cost(provider, "gpt-4.1", A_MILLION_EACH)).isNull();
    }

    @Test
    void nothing_counted_and_no_model_have_no_price() {
        assertThat(LIST.cost("openai", "gpt-4.1", null)).isNull();
        assertThat(LIST.cost("openai", null, A_MILLION_EACH)).isNull();
    }

    @Test
    void no_token_costs_nothing_where_the_price_is_known() {
        assertThat(LIST.cost("openai", "gpt-4.1", new Usage(0, 0))).isEqualByComparingTo("0");
    }

    @Test
    void a_single_token_is_not_rounded_away() {
        assertThat(LIST.cost("gemini", "gemini-2.0-flash-lite", new Usage(1, 0)))
                .isEqualByComparingTo(new BigDecimal("0.000000075"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.openai.com/v1, true",
        "https://API.OpenAI.com/v1, true",
        "https://llm.example.com/v1, false",
        "http://localhost:11434/v1, false",
        "https://api.openai.com.example.com/v1, false",
        "https://api.openai.com@example.com/v1, false",
        "mailto:somebody, false",
        "not an address, false",
        ", true",
    })
    void only_the_providers_own_server_takes_its_list_price(
            @Nullable String baseUrl, boolean known) {
        assertThat(LIST.at(baseUrl).cost("openai", "gpt-4.1", A_MILLION_EACH) != null)
                .isEqualTo(known);
    }
}
