package dev.atelier.adapters.ai.provider.gemini;

import static dev.atelier.adapters.ai.wire.ModelServer.answering;
import static dev.atelier.adapters.ai.wire.ModelServer.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.adapters.ai.SoundDesign;
import dev.atelier.adapters.ai.chat.ReplyForm;
import dev.atelier.adapters.ai.provider.ProviderSettings;
import dev.atelier.adapters.ai.provider.Tuning;
import dev.atelier.adapters.ai.wire.Conversation;
import dev.atelier.adapters.ai.wire.DecliningProviderContract;
import dev.atelier.adapters.ai.wire.Replies;
import dev.atelier.domain.job.Failure;
import dev.atelier.domain.job.Failure.Kind;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

final class GeminiTest implements DecliningProviderContract {

    private final GeminiDialect dialect = new GeminiDialect();

    @Override
    public Conversation conversation() {
        return new Conversation(GeminiProvider::new, dialect);
    }

    @Test
    void streams_under_a_schema() throws Exception {
        var sent = conversation().sent(new Tuning(0.5, 777, null));

        assertThat(sent.head())
                .startsWith("POST /v1beta/models/test-model:streamGenerateContent?alt=sse ");
        var how = sent.json().path("generationConfig");
        assertThat(how.path("temperature").asDouble()).isEqualTo(0.5);
        assertThat(how.path("maxOutputTokens").asInt()).isEqualTo(777);
        assertThat(how.path("responseMimeType").asText()).isEqualTo("application/json");
        var schema = how.path("responseJsonSchema");
        assertThat(schema.path("properties").fieldNames()).toIterable().startsWith("count");
        assertThat(schema.path("required")).hasSameSizeAs(schema.path("properties"));
        assertThat(sent.json().has("tools")).isFalse();
    }

    @Test
    void leaves_open_what_is_not_set() throws Exception {
        var how = conversation().sent(Tuning.NONE).json().path("generationConfig");

        assertThat(how.has("temperature") || how.has("maxOutputTokens")).isFalse();
    }

    @Test
    void draws_by_a_tool_that_is_called_at_once() throws Exception {
        var body = conversation().sent(new Tuning(null, null, ReplyForm.TOOL), toolCall()).json();

        assertThat(body.at("/toolConfig/functionCallingConfig/mode").asText()).isEqualTo("ANY");
        assertThat(body.at("/tools/0/functionDeclarations/0/name").asText())
                .isEqualTo("draw_picture");
        assertThat(body.at("/generationConfig").has("responseJsonSchema")).isFalse();

        var generated = conversation().drawing(streaming(dialect, toolCall()), _ -> {});
        assertThat(SoundDesign.lines(generated.design())).hasSize(3);
    }

    @Test
    void a_busy_provider_says_in_the_body_when_to_come_back() throws Exception {
        var body =
                """
                {"error": {"code": 429, "message": "You exceeded your current quota, please check \
                your plan and billing details.", "status": "RESOURCE_EXHAUSTED", "details": [
                {"@type": "type.googleapis.com/google.rpc.QuotaFailure", "violations": []},
                {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "37.5s"}]}}\
                """;

        var failed = conversation().failing(answering("429 Too Many Requests", "", body));

        assertThat(failed.failure())
                .extracting(Failure::kind, Failure::retryAfter)
                .containsExactly(Kind.RATE_LIMITED, Duration.ofMillis(37_500));
    }

    @Test
    void a_model_may_be_named_as_google_lists_it() {
        var listed = new ProviderSettings("k", "models/gemini-x", null);

        assertThat(new GeminiProvider().open(listed).model()).isEqualTo("gemini-x");
    }

    @Test
    void a_model_that_cannot_be_in_an_address_is_refused() {
        var odd = new ProviderSettings("k", "gemini pro?", null);

        assertThatThrownBy(() -> new GeminiProvider().open(odd))
                .hasMessageStartingWith("GEMINI_MODEL=gemini pro?: must be ");
    }

    private List<String> toolCall() throws Exception {
        return dialect.toolCall((ObjectNode) new ObjectMapper().readTree(Replies.TEA));
    }
}
