package dev.atelier.adapters.ai.chat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.atelier.domain.canvas.CanvasBrief;

/// Asks for a new picture. The user's words are a JSON string.
final class CanvasPrompt {

    private static final Rules RULES = Rules.in("/prompts/create-canvas.md");

    private CanvasPrompt() {}

    static Question of(CanvasBrief brief) {
        var data = JsonNodeFactory.instance.objectNode();
        data.put("instructions", brief.instructions().text());
        return new Question(RULES, data.toString(), PictureSchema.SCHEMA);
    }
}
