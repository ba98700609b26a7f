package dev.atelier.adapters.ai.provider.anthropic;

import static dev.atelier.adapters.ai.wire.ModelServer.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.adapters.ai.SoundDesign;
import dev.atelier.adapters.ai.chat.ReplyForm;
import dev.atelier.adapters.ai.provider.ProviderSettings;
import dev.atelier.adapters.ai.provider.Tuning;
import dev.atelier.adapters.ai.wire.Conversation;
import dev.atelier.adapters.ai.wire.DecliningProviderContract;
import dev.atelier.adapters.ai.wire.Replies;
import dev.atelier.application.port.in.JobDetails.Progress;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;

final class AnthropicTest implements DecliningProviderContract {

    private final AnthropicDialect dialect = new AnthropicDialect();

    @Override
    public Conversation conversation() {
        return new Conversation(AnthropicProvider::new, dialect);
    }

    @Test
    void streams_under_a_schema() throws Exception {
        var sent = conversation().sent(new Tuning(0.5, 777, null));

        assertThat(sent.head())
                .startsWith("POST /v1/messages ")
                .containsIgnoringCase("anthropic-version: 2023-06-01");
        var body = sent.json();
        assertThat(body.path("stream").asBoolean()).isTrue();
        assertThat(body.path("model").asText()).isEqualTo(Conversation.MODEL);
        assertThat(body.path("temperature").asDouble()).isEqualTo(0.5);
        assertThat(body.path("max_tokens").asInt()).isEqualTo(777);
        assertThat(body.at("/output_config/format/type").asText()).isEqualTo("json_schema");
        var schema = body.at("/output_config/format/schema");
        assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
        assertThat(schema.path("properties").fieldNames()).toIterable().startsWith("count");
        assertThat(body.has("tools")).isFalse();
    }

    @Test
    void sets_the_limit_that_anthropic_demands_and_nothing_else() throws Exception {
        var body = conversation().sent(Tuning.NONE).json();

        assertThat(body.path("max_tokens").asInt()).isEqualTo(8192);
        assertThat(body.has("temperature")).isFalse();
    }

    @Test
    void draws_by_a_tool_with_older_models() throws Exception {
        var body =
                conversation()
                        .sent(new Tuning(null, null, ReplyForm.TOOL), dialect.toolCall(Replies.TEA))
                        .json();

        assertThat(body.at("/tool_choice/type").asText()).isEqualTo("any");
        assertThat(body.at("/tool_choice/disable_parallel_tool_use").asBoolean()).isTrue();
        assertThat(body.at("/tools/0/name").asText()).isEqualTo("draw_picture");
        assertThat(body.at("/tools/0/input_schema/properties/nodes").isObject()).isTrue();
        assertThat(body.has("output_config")).isFalse();
    }

    @Test
    void the_arguments_of_a_tool_are_drawn_as_they_stream() throws Exception {
        var heard = new ArrayList<Progress>();

        var generated =
                conversation()
                        .drawing(streaming(dialect, dialect.toolCall(Replies.TEA)), heard::add);

        assertThat(SoundDesign.lines(generated.design())).hasSize(3);
        assertThat(heard)
                .extracting(Progress::message)
                .contains("Drawing 1 of about 3 objects", "Drawing 3 of about 3 objects");
    }

    @Test
    void a_temperature_above_anthropics_is_refused() {
        var hot = new ProviderSettings("k", null, null, new Tuning(1.5, null, null));

        assertThatThrownBy(() -> new AnthropicProvider().open(hot))
                .hasMessage("ANTHROPIC_TEMPERATURE=1.5: must be a number from 0 to 1");
    }
}
