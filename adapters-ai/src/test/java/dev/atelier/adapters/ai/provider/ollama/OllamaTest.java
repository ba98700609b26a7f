package dev.atelier.adapters.ai.provider.ollama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.adapters.ai.Asking;
import dev.atelier.adapters.ai.chat.ReplyForm;
import dev.atelier.adapters.ai.provider.ProviderSettings;
import dev.atelier.adapters.ai.provider.Tuning;
import dev.atelier.adapters.ai.wire.Conversation;
import dev.atelier.adapters.ai.wire.ModelProviderContract;
import dev.atelier.adapters.ai.wire.ModelServer;
import dev.atelier.adapters.ai.wire.Replies;

import org.junit.jupiter.api.Test;

final class OllamaTest implements ModelProviderContract {

    private final OllamaDialect dialect = new OllamaDialect();

    @Override
    public Conversation conversation() {
        return new Conversation(OllamaProvider::new, dialect);
    }

    @Test
    void streams_under_a_schema() throws Exception {
        var sent = conversation().sent(new Tuning(0.5, 777, null));

        assertThat(sent.head()).startsWith("POST /api/chat ");
        var body = sent.json();
        assertThat(body.path("stream").asBoolean()).isTrue();
        assertThat(body.path("model").asText()).isEqualTo(Conversation.MODEL);
        assertThat(body.at("/options/temperature").asDouble()).isEqualTo(0.5);
        assertThat(body.at("/options/num_predict").asInt()).isEqualTo(777);
        assertThat(body.at("/format/properties").fieldNames()).toIterable().startsWith("count");
    }

    @Test
    void makes_room_for_the_prompt_and_the_reply() throws Exception {
        var body = conversation().sent(new Tuning(null, 10_000, null)).json();

        assertThat(body.at("/options/num_ctx").asInt()).isEqualTo(14_096);
    }

    @Test
    void leaves_open_what_is_not_set() throws Exception {
        var options = conversation().sent(Tuning.NONE).json().path("options");

        assertThat(options.has("temperature") || options.has("num_predict")).isFalse();
    }

    @Test
    void tells_the_schema_in_words_if_it_shall() throws Exception {
        var body = conversation().sent(new Tuning(null, null, ReplyForm.PLAIN)).json();

        assertThat(body.path("format").isObject()).isFalse();
        assertThat(body.at("/messages/0/content").asText()).contains("\"required\":[\"count\",");
    }

    @Test
    void needs_no_key() throws Exception {
        try (var server =
                new ModelServer(ModelServer.streaming(dialect, dialect.reply(Replies.TEA)))) {
            var keyless = new ProviderSettings(null, "m", server.url(dialect));
            new OllamaProvider().open(keyless).generator().generate(Asking.brief("Tea"), _ -> {});

            assertThat(server.requests().take().head()).doesNotContainIgnoringCase("authorization");
        }
    }

    @Test
    void a_tool_cannot_be_demanded() {
        var tool = new ProviderSettings(null, null, null, new Tuning(null, null, ReplyForm.TOOL));

        assertThatThrownBy(() -> new OllamaProvider().open(tool))
                .hasMessage("OLLAMA_REPLY=tool: must be schema or plain");
    }
}
