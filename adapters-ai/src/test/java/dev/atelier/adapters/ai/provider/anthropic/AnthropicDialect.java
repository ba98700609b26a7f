package dev.atelier.adapters.ai.provider.anthropic;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.adapters.ai.wire.Dialect;

import java.util.List;

/// Streamed messages: server-sent events, each with a name that its data repeats.
final class AnthropicDialect implements Dialect {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Override
    public String basePath() {
        return "/v1";
    }

    @Override
    public String keyHeader(String key) {
        return "x-api-key: " + key;
    }

    @Override
    public String answeringModel() {
        return "claude-test-2026";
    }

    @Override
    public String contentType() {
        return "text/event-stream; charset=utf-8";
    }

    @Override
    public List<String> opening() {
        return List.of(
                messageStart(),
                blockStart(NODES.objectNode().put("type", "text").put("text", "")),
                ping());
    }

    @Override
    public String piece(String text) {
        return blockDelta(NODES.objectNode().put("type", "text_delta").put("text", text));
    }

    @Override
    public List<String> closing(boolean atLimit) {
        return closing(atLimit ? "max_tokens" : "end_turn");
    }

    @Override
    public List<List<String>> refusals() {
        return List.of(Dialect.frames(opening(), closing("refusal")));
    }

    @Override
    public String trouble(String message) {
        return event("error", errorNode("overloaded_error", message));
    }

    @Override
    public String error(int status, String message) {
        return errorNode("invalid_request_error", message).put("request_id", "req_1").toString();
    }

    List<String> toolCall(String arguments) {
        var tool = NODES.objectNode().put("type", "tool_use").put("id", "toolu_1");
        tool.put("name", "draw_picture").putObject("input");
        return Dialect.frames(
                List.of(messageStart(), blockStart(tool), ping(), arguments("")),
                Dialect.cut(arguments).stream().map(AnthropicDialect::arguments).toList(),
                closing("tool_use"));
    }

    private static List<String> closing(String reason) {
        var end = NODES.objectNode();
        end.putObject("delta").put("stop_reason", reason).putNull("stop_sequence");
        end.putObject("usage").put("output_tokens", 123);
        return List.of(
                event("content_block_stop", NODES.objectNode().put("index", 0)),
                event("message_delta", end),
                event("message_stop", NODES.objectNode()));
    }

    private static String messageStart() {
        var start = NODES.objectNode();
        var message = start.putObject("message").put("id", "msg_1").put("type", "message");
        message.put("role", "assistant").put("model", "claude-test-2026").putArray("content");
        message.putNull("stop_reason").putNull("stop_sequence");
        message.putObject("usage").put("input_tokens", 321).put("output_tokens", 1);
        return event("message_start", start);
    }

    private static String blockStart(ObjectNode block) {
        var start = NODES.objectNode().put("index", 0);
        start.set("content_block", block);
        return event("content_block_start", start);
    }

    private static String arguments(String part) {
        return blockDelta(
                NODES.objectNode().put("type", "input_json_delta").put("partial_json", part));
    }

    private static String blockDelta(ObjectNode delta) {
        var event = NODES.objectNode().put("index", 0);
        event.set("delta", delta);
        return event("content_block_delta", event);
    }

    private static String ping() {
        return event("ping", NODES.objectNode());
    }

    private static ObjectNode errorNode(String type, String message) {
        var node = NODES.objectNode().put("type", "error");
        node.putObject("error").put("type", type).put("message", message);
        return node;
    }

    private static String event(String name, ObjectNode data) {
        return "event: %s\ndata: %s\n\n".formatted(name, data.put("type", name));
    }
}
