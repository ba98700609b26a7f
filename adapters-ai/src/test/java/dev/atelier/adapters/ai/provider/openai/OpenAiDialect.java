package dev.atelier.adapters.ai.provider.openai;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.adapters.ai.wire.Dialect;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Streamed chat completions: server-sent events without names, the last of them a mark.
final class OpenAiDialect implements Dialect {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String DONE = "data: [DONE]\n\n";

    @Override
    public String basePath() {
        return "/v1";
    }

    @Override
    public String keyHeader(String key) {
        return "Authorization: Bearer " + key;
    }

    @Override
    public String answeringModel() {
        return "gpt-test-2026";
    }

    @Override
    public String contentType() {
        return "text/event-stream";
    }

    @Override
    public List<String> opening() {
        return List.of(chunk(NODES.objectNode().put("role", "assistant").put("content", ""), null));
    }

    @Override
    public String piece(String text) {
        return chunk(NODES.objectNode().put("content", text), null);
    }

    @Override
    public List<String> closing(boolean atLimit) {
        return List.of(chunk(NODES.objectNode(), atLimit ? "length" : "stop"), usage(), DONE);
    }

    @Override
    public List<List<String>> refusals() {
        var refusal = NODES.objectNode().put("refusal", "I'm sorry");
        return List.of(
                Dialect.frames(opening(), List.of(chunk(refusal, null)), closing(false)),
                List.of(chunk(NODES.objectNode(), "content_filter"), usage(), DONE));
    }

    @Override
    public String trouble(String message) {
        var event = NODES.objectNode();
        event.putObject("error").put("message", message).put("type", "server_error");
        return "data: " + event + "\n\n";
    }

    @Override
    public String error(int status, String message) {
        return """
        {"error": {"message": "%s", "type": "invalid_request_error", "param": null, "code": null}}\
        """
                .formatted(message);
    }

    /// The pieces of a tool call, of which the first has its name.
    List<String> toolCall(String arguments) {
        return Dialect.frames(
                opening(),
                List.of(call("draw_picture", "")),
                Dialect.cut(arguments).stream().map(part -> call(null, part)).toList(),
                List.of(chunk(NODES.objectNode(), "tool_calls"), usage(), DONE));
    }

    private static String call(@Nullable String name, String arguments) {
        var delta = NODES.objectNode();
        var call = delta.putArray("tool_calls").addObject().put("index", 0);
        if (name != null) {
            call.put("id", "call_1").put("type", "function");
        }
        call.putObject("function").put("name", name).put("arguments", arguments);
        return chunk(delta, null);
    }

    private static String usage() {
        var chunk = envelope();
        chunk.putArray("choices");
        chunk.putObject("usage")
                .put("prompt_tokens", 321)
                .put("completion_tokens", 123)
                .put("total_tokens", 444);
        return "data: " + chunk + "\n\n";
    }

    private static String chunk(ObjectNode delta, @Nullable String reason) {
        var chunk = envelope();
        var choice = chunk.putArray("choices").addObject().put("index", 0);
        choice.set("delta", delta);
        choice.put("finish_reason", reason);
        return "data: " + chunk + "\n\n";
    }

    private static ObjectNode envelope() {
        return NODES.objectNode()
                .put("id", "chatcmpl-1")
                .put("object", "chat.completion.chunk")
                .put("created", 1_700_000_000)
                .put("model", "gpt-test-2026");
    }
}
