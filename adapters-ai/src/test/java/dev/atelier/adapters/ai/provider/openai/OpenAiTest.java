package dev.atelier.adapters.ai.provider.openai;

import static dev.atelier.adapters.ai.wire.ModelServer.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import dev.atelier.adapters.ai.SoundDesign;
import dev.atelier.adapters.ai.chat.ReplyForm;
import dev.atelier.adapters.ai.provider.ProviderSettings;
import dev.atelier.adapters.ai.provider.Tuning;
import dev.atelier.adapters.ai.wire.Conversation;
import dev.atelier.adapters.ai.wire.DecliningProviderContract;
import dev.atelier.adapters.ai.wire.Replies;
import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.domain.job.GeneratedBy.Usage;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;

final class OpenAiTest implements DecliningProviderContract {

    private final OpenAiDialect dialect = new OpenAiDialect();

    @Override
    public Conversation conversation() {
        return new Conversation(OpenAiProvider::new, dialect);
    }

    @Test
    void progress_tells_how_far_the_drawing_is() throws Exception {
        var heard = new ArrayList<Progress>();

        conversation().drawing(streaming(dialect, dialect.reply(Replies.TEA)), heard::add);

        assertThat(heard).extracting(Progress::percent).isSorted();
        assertThat(heard)
                .extracting(Progress::message)
                .containsExactly(
                        "Reading the instructions",
                        "Drawing 1 of about 3 objects",
                        "Drawing 2 of about 3 objects",
                        "Drawing 3 of about 3 objects",
                        "Laying out");
    }

    @Test
    void streams_under_a_strict_schema() throws Exception {
        var sent = conversation().sent(new Tuning(0.5, 777, null));

        assertThat(sent.head()).startsWith("POST /v1/chat/completions ");
        var body = sent.json();
        assertThat(body.path("stream").asBoolean()).isTrue();
        assertThat(body.at("/stream_options/include_usage").asBoolean()).isTrue();
        assertThat(body.path("model").asText()).isEqualTo(Conversation.MODEL);
        assertThat(body.path("temperature").asDouble()).isEqualTo(0.5);
        assertThat(body.path("max_tokens").asInt()).isEqualTo(777);
        assertThat(body.at("/response_format/type").asText()).isEqualTo("json_schema");
        assertThat(body.at("/response_format/json_schema/strict").asBoolean()).isTrue();
        var schema = body.at("/response_format/json_schema/schema");
        assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
        assertThat(schema.path("properties").fieldNames()).toIterable().startsWith("count");
        assertThat(schema.path("required")).hasSameSizeAs(schema.path("properties"));
    }

    @Test
    void openai_itself_gets_the_newer_name_of_the_token_limit() {
        var settings = new ProviderSettings("k", null, null, new Tuning(null, 777, null));

        var asked =
                (OpenAiChatRequestParameters)
                        new OpenAiProvider()
                                .connect(settings, "k", null, "m", ReplyForm.SCHEMA)
                                .defaultRequestParameters();

        assertThat(asked.maxCompletionTokens()).isEqualTo(777);
        assertThat(asked.maxOutputTokens()).isNull();
    }

    @Test
    void leaves_open_what_is_not_set() throws Exception {
        var body = conversation().sent(Tuning.NONE).json();

        assertThat(body.fieldNames())
                .toIterable()
                .doesNotContain("temperature", "max_tokens", "max_completion_tokens", "tools");
    }

    @Test
    void draws_by_a_tool_where_a_server_has_no_schemas() throws Exception {
        var body =
                conversation()
                        .sent(new Tuning(null, null, ReplyForm.TOOL), dialect.toolCall(Replies.TEA))
                        .json();

        assertThat(body.path("tool_choice").asText()).isEqualTo("required");
        assertThat(body.path("parallel_tool_calls").asBoolean(true)).isFalse();
        assertThat(body.at("/tools/0/function/name").asText()).isEqualTo("draw_picture");
        assertThat(body.at("/tools/0/function/parameters/properties/nodes").isObject()).isTrue();
        assertThat(body.has("response_format")).isFalse();
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
    void tells_the_schema_in_words_where_a_server_has_neither() throws Exception {
        var wordy = dialect.reply("Here you are:\n```json\n" + Replies.TEA + "\n```\nEnjoy!");

        var body = conversation().sent(new Tuning(null, null, ReplyForm.PLAIN), wordy).json();

        assertThat(body.has("response_format") || body.has("tools")).isFalse();
        assertThat(body.at("/messages/0/content").asText())
                .contains("You design diagrams", "\"required\":[\"count\",");
    }

    @Test
    void a_server_at_an_address_of_ones_own_gets_no_key_where_there_is_none() {
        var local = new ProviderSettings(" ", "llama", "http://localhost:8000/v1/");

        assertThat(new OpenAiProvider().open(local).model()).isEqualTo("llama");
    }

    @Test
    void a_refusal_is_told_with_what_it_cost() throws Exception {
        var failed = conversation().failing(streaming(dialect, dialect.refusals().getFirst()));

        var by = requireNonNull(failed.by());
        assertThat(by.model()).isEqualTo("gpt-test-2026");
        assertThat(by.usage()).isEqualTo(new Usage(321, 123));
    }
}
