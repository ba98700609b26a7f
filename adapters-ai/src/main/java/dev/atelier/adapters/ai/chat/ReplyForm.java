package dev.atelier.adapters.ai.chat;

import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.ToolChoice;

import java.util.Locale;
import java.util.stream.Stream;

/// How a model is made to reply with JSON and nothing else.
public enum ReplyForm {
    /// Its server holds it to a JSON schema.
    SCHEMA,
    /// It has to call a tool, whose arguments are the reply.
    TOOL,
    /// It is told the schema, and trusted.
    PLAIN;

    /// @throws IllegalArgumentException if there is no such form
    public static ReplyForm parse(String word) {
        return Stream.of(values())
                .filter(form -> form.word().equals(word.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be schema, tool or plain"));
    }

    /// The name in settings.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The rules with all that the model has to be told of the form.
    String told(String rules, ReplySchema schema) {
        return switch (this) {
            case SCHEMA -> rules;
            case TOOL -> rules + "\nCall the tool: its arguments are that object.\n";
            case PLAIN ->
                    rules + "\nReply with nothing but the JSON. Its schema:\n" + schema.text();
        };
    }

    ChatRequest.Builder demandedBy(ChatRequest.Builder request, ReplySchema schema) {
        return switch (this) {
            case SCHEMA ->
                    request.responseFormat(
                            ResponseFormat.builder()
                                    .type(ResponseFormatType.JSON)
                                    .jsonSchema(schema.json())
                                    .build());
            case TOOL -> request.toolSpecifications(schema.tool()).toolChoice(ToolChoice.REQUIRED);
            case PLAIN -> request;
        };
    }
}
