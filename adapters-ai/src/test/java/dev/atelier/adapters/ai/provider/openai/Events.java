package dev.atelier.adapters.ai.provider.openai;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// The events of a streamed chat completion, as the protocol has them.
final class Events {

    static final String DONE = "[DONE]";

    private Events() {}

    /// A whole reply: the text in pieces, the reason it ended, the usage, the end mark.
    static String[] reply(String text) {
        var events = new ArrayList<>(List.of(delta("role", "assistant")));
        for (int at = 0; at < text.length(); at += 17) {
            events.add(delta("content", text.substring(at, Math.min(text.length(), at + 17))));
        }
        events.addAll(List.of(finish("stop"), usage(321, 123), DONE));
        return events.toArray(String[]::new);
    }

    static String delta(String member, String value) {
        return chunk(choice(JsonNodeFactory.instance.objectNode().put(member, value), null));
    }

    static String finish(String reason) {
        return chunk(choice(JsonNodeFactory.instance.objectNode(), reason));
    }

    static String usage(int input, int output) {
        var chunk = envelope();
        chunk.putArray("choices");
        chunk.putObject("usage")
                .put("prompt_tokens", input)
                .put("completion_tokens", output)
                .put("total_tokens", input + output);
        return chunk.toString();
    }

    private static ObjectNode choice(ObjectNode delta, @Nullable String reason) {
        var choice = JsonNodeFactory.instance.objectNode().put("index", 0);
        choice.set("delta", delta);
        return choice.put("finish_reason", reason);
    }

    private static String chunk(ObjectNode choice) {
        var chunk = envelope();
        chunk.putArray("choices").add(choice);
        return chunk.toString();
    }

    private static ObjectNode envelope() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", "chatcmpl-1")
                .put("object", "chat.completion.chunk")
                .put("created", 1_700_000_000)
                .put("model", "gpt-test-2026");
    }
}
