package dev.atelier.adapters.ai.chat;

import dev.langchain4j.model.chat.request.json.JsonObjectSchema;

import java.util.List;

/// A picture as a model must write it. The number of shapes comes first, so that progress means
/// something while the rest streams.
final class PictureSchema {

    static final List<String> ROLES =
            List.of("start", "end", "process", "decision", "data", "actor", "note");

    static final ReplySchema SCHEMA =
            ReplySchema.of(
                    "picture", "draw_picture", "Draws the picture that was asked for", picture());

    private PictureSchema() {}

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
                                "sequence",
                                "entity_relationship",
                                "drawing"))
                .addEnumProperty("direction", List.of("down", "right"))
                .addProperty("groups", ReplySchema.listOf(group()))
                .addProperty("nodes", ReplySchema.listOf(node()))
                .addProperty("edges", ReplySchema.listOf(edge()))
                .addProperty("shapes", ReplySchema.listOf(shape()))
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
                .addEnumProperty("kind", ROLES)
                .addStringProperty("group", "id of a group, or empty")
                .addProperty("details", ReplySchema.texts("lines below the label, or none"))
                .required("id", "label", "kind", "group", "details")
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
}
