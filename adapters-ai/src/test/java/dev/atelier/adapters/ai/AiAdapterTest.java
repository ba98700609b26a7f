package dev.atelier.adapters.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.adapters.ai.provider.ProviderSettings;
import dev.atelier.application.port.out.Models.Model;
import dev.atelier.domain.InvalidValue;
import dev.atelier.domain.job.ProviderCall;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.MutableClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Locale;
import java.util.Map;

final class AiAdapterTest {

    private static final ProviderSettings KEYED = new ProviderSettings("sk-secret", null, null);

    @Test
    void knows_the_providers_by_name() {
        assertThat(AiAdapter.providers())
                .contains("openai", "anthropic", "gemini", "ollama", "offline")
                .doesNotHaveDuplicates();
    }

    @Test
    void offline_needs_no_settings() throws Exception {
        var adapter = AiAdapter.open(new AiSettings(List.of("offline"), Map.of()));

        var generated = adapter.generator().generate(Asking.brief("a -> b"), _ -> {});

        assertThat(generated.by().provider()).isEqualTo("offline");
        SoundDesign.check(generated.design());
    }

    @Test
    void lists_its_models_the_first_as_current() {
        var adapter =
                AiAdapter.open(
                        new AiSettings(List.of("openai", "offline"), Map.of("openai", KEYED)));

        assertThat(adapter.models().all())
                .containsExactly(
                        new Model("openai", "gpt-4.1-mini", true),
                        new Model("offline", null, false));
    }

    @Test
    void one_that_is_down_is_left_alone_and_the_next_becomes_current() throws Exception {
        var clock = MutableClock.atNoon();
        var nowhere = new ProviderSettings("k", "gpt", "http://127.0.0.1:1/v1");
        var settings = new AiSettings(List.of("openai", "offline"), Map.of("openai", nowhere));
        var adapter = AiAdapter.open(settings, clock, () -> 0L);
        for (int n = 0; n < 5; n++) {
            var by = adapter.generator().generate(Asking.brief("a -> b"), _ -> {}).by();
            assertThat(by.calls())
                    .extracting(ProviderCall::provider)
                    .containsExactly("openai", "offline");
        }

        var reopening = Jobs.NOON.plusSeconds(30);
        assertThat(adapter.models().all())
                .containsExactly(
                        new Model("openai", "gpt", false, reopening),
                        new Model("offline", null, true));
        assertThat(adapter.models().pausedUntil()).isEmpty();
        assertThat(adapter.models().room()).isEqualTo(Integer.MAX_VALUE);
        assertThat(adapter.generator().generate(Asking.brief("a -> b"), _ -> {}).by().calls())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"openai, OPENAI_API_KEY", "anthropic, ANTHROPIC_API_KEY", "gemini, GEMINI_API_KEY"})
    void a_provider_without_its_key_is_refused_in_one_line_that_names_the_variable(
            String provider, String variable) {
        assertThatThrownBy(() -> AiAdapter.open(new AiSettings(List.of(provider), Map.of())))
                .isInstanceOf(InvalidValue.class)
                .hasMessageStartingWith(variable + " is missing")
                .hasMessageNotContaining("\n");
    }

    @Test
    void ollama_needs_no_settings() {
        var adapter = AiAdapter.open(new AiSettings(List.of("ollama"), Map.of()));

        assertThat(adapter.models().all()).containsExactly(new Model("ollama", "llama3.1", true));
    }

    @Test
    void a_key_asks_for_its_provider_and_for_ollama_a_model_or_an_address_does() {
        var model = new ProviderSettings(null, "m", null);
        var address = new ProviderSettings(null, null, "http://h");

        assertThat(AiAdapter.meantBy(Map.of())).isEmpty();
        assertThat(AiAdapter.meantBy(Map.of("gemini", KEYED, "openai", KEYED)))
                .containsExactly("openai", "gemini");
        assertThat(AiAdapter.meantBy(Map.of("ollama", model))).containsExactly("ollama");
        assertThat(AiAdapter.meantBy(Map.of("ollama", address))).containsExactly("ollama");
        assertThat(AiAdapter.meantBy(Map.of("anthropic", model, "openai", address))).isEmpty();
    }

    @Test
    void a_server_at_an_address_of_ones_own_may_do_without_a_key() {
        var local = new ProviderSettings(" ", "llama", "http://localhost:11434/v1");

        var adapter = AiAdapter.open(new AiSettings(List.of("openai"), Map.of("openai", local)));

        assertThat(adapter.models().all()).containsExactly(new Model("openai", "llama", true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:8080",
                "ftp://host/v1",
                "/v1",
                "http://",
                "not an address",
                "http://host:99999/v1",
                "http://host/v1?version=1",
                "http://host/v1#top"
            })
    void an_address_that_is_none_is_refused_by_every_provider(String address) {
        var settings = new ProviderSettings("k", null, address);
        for (var provider : List.of("openai", "anthropic", "gemini", "ollama")) {
            var chosen = new AiSettings(List.of(provider), Map.of(provider, settings));

            assertThatThrownBy(() -> AiAdapter.open(chosen))
                    .isInstanceOf(InvalidValue.class)
                    .hasMessage(
                            "%s_BASE_URL=%s: must be an address like https://host/v1",
                            provider.toUpperCase(Locale.ROOT), address);
        }
    }

    @Test
    void an_address_with_a_password_is_refused_and_not_shown() {
        var settings = new ProviderSettings("k", null, "https://user:secret@host/v1");
        for (var provider : List.of("openai", "anthropic", "gemini", "ollama")) {
            var chosen = new AiSettings(List.of(provider), Map.of(provider, settings));

            assertThatThrownBy(() -> AiAdapter.open(chosen))
                    .isInstanceOf(InvalidValue.class)
                    .hasMessage(
                            "%s_BASE_URL takes no user and no password",
                            provider.toUpperCase(Locale.ROOT));
        }
    }

    @Test
    void a_key_that_could_not_be_sent_is_refused_and_not_shown() {
        var settings = new ProviderSettings("sk-se\ncret\u2026", null, null);
        for (var provider : List.of("openai", "anthropic", "gemini", "ollama")) {
            var chosen = new AiSettings(List.of(provider), Map.of(provider, settings));

            assertThatThrownBy(() -> AiAdapter.open(chosen))
                    .isInstanceOf(InvalidValue.class)
                    .hasMessage(
                            "%s_API_KEY holds a character that no key has",
                            provider.toUpperCase(Locale.ROOT));
        }
    }

    @Test
    void an_unknown_provider_is_refused_with_the_known_ones() {
        assertThatThrownBy(() -> AiAdapter.open(new AiSettings(List.of("clippy"), Map.of())))
                .isInstanceOf(InvalidValue.class)
                .hasMessage(
                        "AI_PROVIDER=clippy: must be one or more of %s",
                        String.join(", ", AiAdapter.providers().stream().sorted().toList()));
    }

    @Test
    void no_key_is_ever_printed() {
        var settings = new AiSettings(List.of("openai"), Map.of("openai", KEYED));

        assertThat(settings.toString()).doesNotContain("sk-secret");
    }
}
