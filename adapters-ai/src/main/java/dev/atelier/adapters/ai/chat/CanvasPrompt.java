package dev.atelier.adapters.ai.chat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.atelier.domain.canvas.CanvasBrief;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// What a model is asked. Our rules are the system message; the user's words travel apart from
/// them, as a JSON string.
final class CanvasPrompt {

    private static final String FILE = "/prompts/create-canvas.md";

    private static final String RULES = load();

    private CanvasPrompt() {}

    static ChatRequest of(CanvasBrief brief, ReplyForm form) {
        var data = JsonNodeFactory.instance.objectNode();
        data.put("instructions", brief.instructions().text());
        var request =
                ChatRequest.builder()
                        .messages(
                                SystemMessage.from(form.told(RULES)),
                                UserMessage.from(data.toString()));
        return form.demandedBy(request).build();
    }

    private static String load() {
        try (var file = CanvasPrompt.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
