package dev.atelier.adapters.ai.provider.ollama;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.adapters.ai.wire.Dialect;

import java.util.List;

/// Ollama's chat: a JSON object per line, the last of which says that it is. It has no word for a
/// refusal.
final class OllamaDialect implements Dialect {

    @Override
    public String basePath() {
        return "";
    }

    @Override
    public String keyHeader(String key) {
        return "Authorization: Bearer " + key;
    }

    @Override
    public String answeringModel() {
        return "llama-test:8b";
    }

    @Override
    public String contentType() {
        return "application/x-ndjson";
    }

    @Override
    public List<String> opening() {
        return List.of();
    }

    @Override
    public String piece(String text) {
        return message(text).put("done", false) + "\n";
    }

    @Override
    public List<String> closing(boolean atLimit) {
        return List.of(
                message("")
                                .put("done", true)
                                .put("done_reason", atLimit ? "length" : "stop")
                                .put("total_duration", 181_553_584)
                                .put("prompt_eval_count", 321)
                                .put("eval_count", 123)
                        + "\n");
    }

    @Override
    public List<List<String>> refusals() {
        return List.of();
    }

    @Override
    public String trouble(String message) {
        return error(200, message) + "\n";
    }

    @Override
    public String error(int status, String message) {
        return JsonNodeFactory.instance.objectNode().put("error", message).toString();
    }

    private static ObjectNode message(String text) {
        var line =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("model", "llama-test:8b")
                        .put("created_at", "2026-11-23T12:00:00.123456789Z");
        line.putObject("message").put("role", "assistant").put("content", text);
        return line;
    }
}
