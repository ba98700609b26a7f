package dev.atelier.adapters.ai.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.internal.JsonSchemaElementUtils;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;

/// The JSON that a model must reply with, in each form in which it can be told. Every member is
/// required and an empty one stands for "none", which every provider's strict mode understands.
///
/// @param tool what the tool is called that takes it, and what that does
record ReplySchema(String name, ToolSpecification tool, String text) {

    static ReplySchema of(String name, String toolName, String purpose, JsonObjectSchema root) {
        var tool =
                ToolSpecification.builder()
                        .name(toolName)
                        .description(purpose)
                        .parameters(root)
                        .build();
        return new ReplySchema(name, tool, written(root));
    }

    /// Raw, since some of LangChain4j's translations would lose the order of the properties.
    JsonSchema json() {
        return JsonSchema.builder().name(name).rootElement(JsonRawSchema.from(text)).build();
    }

    static JsonArraySchema listOf(JsonSchemaElement items) {
        return JsonArraySchema.builder().items(items).build();
    }

    static JsonArraySchema texts(String description) {
        return JsonArraySchema.builder()
                .description(description)
                .items(new JsonStringSchema())
                .build();
    }

    private static String written(JsonObjectSchema schema) {
        try {
            return new ObjectMapper()
                    .writeValueAsString(JsonSchemaElementUtils.toMap(schema, true));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
