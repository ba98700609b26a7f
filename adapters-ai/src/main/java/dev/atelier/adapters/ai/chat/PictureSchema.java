package dev.atelier.adapters.ai.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.internal.JsonSchemaElementUtils;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;

import java.util.List;

/// The JSON that a model must reply with. The number of shapes comes first, so that progress means
/// something while the rest streams. An empty string stands for "none", which every provider's
/// strict mode understands.
final class PictureSchema {

    private static final JsonObjectSchema PICTURE = picture();

    static final String TEXT = written(PICTURE);

    /// Raw, since some of LangChain4j's translations would lose the order of the properties.
    static final JsonSchema SCHEMA =
            JsonSchema.builder().name("picture").rootElement(JsonRawSchema.from(TEXT)).build();

    static final ToolSpecification TOOL =
            ToolSpecification.builder()
                    .name("draw_picture")
                    .description("Draws the picture that was asked for")
                    .parameters(PICTURE)
                    .build();

    private PictureSchema() {}

    private static String written(JsonObjectSchema schema) {
        try {
            return new ObjectMapper()
                    .writeValueAsString(JsonSchemaElementUtils.toMap(schema, true));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonObjectSchema picture() {
        return JsonObjectSchema.builder()
                .addIntegerProperty("count", "how many nodes or shapes there will be")
                .addStringProperty("title")
                .addEnumProperty(
                        "kind",
                        List.of(
                                "flowchart",
                                "mind_map",
                                "org_chart",
                                "timeline",
                                "kanban",
                                "drawing"))
                .addEnumProperty("direction", List.of("down", "right"))
                .addProperty("groups", listOf(group()))
                .addProperty("nodes", listOf(node()))
                .addProperty("edges", listOf(edge()))
                .addProperty("shapes", listOf(shape()))
                .required(
                        "count", "title", "kind", "direction", "groups", "nodes", "edges", "shapes")
                .additionalProperties(false)
                .build();
    }

    private static JsonObjectSchema group() {
        return JsonObjectSchema.builder()
                .addStringProperty("id")
                .addStringProperty("label")
                .required("id", "label")
                .additionalProperties(false)
                .build();
    }

    private static JsonObjectSchema node() {
        return JsonObjectSchema.builder()
                .addStringProperty("id")
                .addStringProperty("label")
                .addEnumProperty(
                        "kind",
                        List.of("start", "end", "process", "decision", "data", "actor", "note"))
                .addStringProperty("group", "id of a group, or empty")
                .required("id", "label", "kind", "group")
                .additionalProperties(false)
                .build();
    }

    private static JsonObjectSchema edge() {
        return JsonObjectSchema.builder()
                .addStringProperty("from", "id of a node or shape")
                .addStringProperty("to", "id of a node or shape")
                .addStringProperty("text", "what the arrow says, or empty")
                .required("from", "to", "text")
                .additionalProperties(false)
                .build();
    }

    private static JsonObjectSchema shape() {
        return JsonObjectSchema.builder()
                .addStringProperty("id")
                .addEnumProperty(
                        "shape",
                        List.of("rectangle", "circle", "diamond", "star", "heart", "text", "line"))
                .addNumberProperty("x", "left edge, 0 to 1000")
                .addNumberProperty("y", "top edge, 0 to 1000")
                .addNumberProperty("width")
                .addNumberProperty("height")
                .addStringProperty("label", "text on the shape, or empty")
                .addIntegerProperty("color", "0 to 6: which of the palette's colours")
                .required("id", "shape", "x", "y", "width", "height", "label", "color")
                .additionalProperties(false)
                .build();
    }

    private static JsonArraySchema listOf(JsonObjectSchema items) {
        return JsonArraySchema.builder().items(items).build();
    }
}
