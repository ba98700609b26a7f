package dev.atelier.adapters.ai.provider.gemini;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.adapters.ai.wire.Dialect;

import java.util.List;

/// `streamGenerateContent?alt=sse`: server-sent events, each a whole response of its own. The last
/// one says why the model stopped; the stream just ends.
final class GeminiDialect implements Dialect {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @Override
    public String basePath() {
        return "/v1beta";
    }

    @Override
    public String keyHeader(String key) {
        return "x-goog-api-key: " + key;
    }

    @Override
    public String answeringModel() {
        return "gemini-test-2026";
    }

    @Override
    public String contentType() {
        return "text/event-stream";
    }

    @Override
    public List<String> opening() {
        return List.of();
    }

    @Override
    public String piece(String text) {
        var response = response(1);
        candidate(response, NODES.objectNode().put("text", text));
        return event(response);
    }

    @Override
    public List<String> closing(boolean atLimit) {
        return List.of(ending(atLimit ? "MAX_TOKENS" : "STOP"));
    }

    @Override
    public List<List<String>> refusals() {
        var blocked = response(0);
        blocked.putObject("promptFeedback").put("blockReason", "PROHIBITED_CONTENT");
        return List.of(
                List.of(event(blocked)),
                List.of(piece("{\"count\""), stopped("SAFETY")),
                List.of(stopped("RECITATION")));
    }

    @Override
    public String trouble(String message) {
        return "data: " + errorNode(503, "UNAVAILABLE", message) + "\r\n\r\n";
    }

    @Override
    public String error(int status, String message) {
        return errorNode(status, "INVALID_ARGUMENT", message).toString();
    }

    /// A call comes whole.
    List<String> toolCall(ObjectNode arguments) {
        var response = response(123);
        var part = NODES.objectNode();
        part.putObject("functionCall").put("name", "draw_picture").set("args", arguments);
        candidate(response, part).put("finishReason", "STOP");
        return List.of(event(response));
    }

    private static String ending(String reason) {
        var response = response(123);
        candidate(response, NODES.objectNode().put("text", "")).put("finishReason", reason);
        return event(response);
    }

    /// What was stopped has no content.
    private static String stopped(String reason) {
        var response = response(0);
        response.putArray("candidates").addObject().put("finishReason", reason).put("index", 0);
        return event(response);
    }

    private static ObjectNode candidate(ObjectNode response, ObjectNode part) {
        var candidate = response.putArray("candidates").addObject().put("index", 0);
        candidate.putObject("content").put("role", "model").putArray("parts").add(part);
        return candidate;
    }

    private static ObjectNode response(int tokens) {
        var response = NODES.objectNode();
        response.putObject("usageMetadata")
                .put("promptTokenCount", 321)
                .put("candidatesTokenCount", tokens)
                .put("totalTokenCount", 321 + tokens);
        return response.put("modelVersion", "gemini-test-2026").put("responseId", "r1");
    }

    private static ObjectNode errorNode(int code, String status, String message) {
        var node = NODES.objectNode();
        node.putObject("error").put("code", code).put("message", message).put("status", status);
        return node;
    }

    private static String event(ObjectNode response) {
        return "data: " + response + "\r\n\r\n";
    }
}
