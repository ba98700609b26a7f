package dev.atelier.adapters.ai.chat;

import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;

import java.util.List;
import java.util.stream.Stream;

/// A change to a canvas as a model must write it.
final class RevisionSchema {

    static final ReplySchema SCHEMA =
            ReplySchema.of(
                    "revision",
                    "change_canvas",
                    "Changes the canvas as it was asked for",
                    revision());

    private RevisionSchema() {}

    private static JsonObjectSchema revision() {
        return JsonObjectSchema.builder()
                .addStringProperty("title", "the new title, or empty")
                .addProperty("remove", ReplySchema.texts("ids of nodes, edges or groups"))
                .addProperty("update", ReplySchema.listOf(update()))
                .addProperty("add_nodes", ReplySchema.listOf(node()))
                .addProperty("add_edges", ReplySchema.listOf(edge()))
                .required("title", "remove", "update", "add_nodes", "add_edges")
                .additionalProperties(false)
                .build();
    }

    private static JsonObjectSchema update() {
        return JsonObjectSchema.builder()
                .addStringProperty("id", "of a node, an edge or a group")
                .addStringProperty("label", "the new text, or empty")
                .addProperty("kind", roleOrNone())
                .addStringProperty("group", "id of the new group, or empty")
                .addProperty("details", ReplySchema.texts("the new lines below it, or none"))
                .required("id", "label", "kind", "group", "details")
                .additionalProperties(false)
                .build();
    }

    private static JsonObjectSchema node() {
        return JsonObjectSchema.builder()
                .addStringProperty("id", "a new one")
                .addStringProperty("label")
                .addEnumProperty("kind", PictureSchema.ROLES)
                .addStringProperty("group", "id of a group, the name of a new one, or empty")
                .addProperty("details", ReplySchema.texts("lines below the label, or none"))
                .addStringProperty("after", "id of the node that it follows, or empty for last")
                .required("id", "label", "kind", "group", "details", "after")
                .additionalProperties(false)
                .build();
    }

    private static JsonObjectSchema edge() {
        return JsonObjectSchema.builder()
                .addStringProperty("from", "id of a node")
                .addStringProperty("to", "id of a node")
                .addStringProperty("text", "what the arrow says, or empty")
                .addStringProperty("after", "id of the edge that it follows, or empty for last")
                .required("from", "to", "text", "after")
                .additionalProperties(false)
                .build();
    }

    private static JsonEnumSchema roleOrNone() {
        List<String> words =
                Stream.concat(Stream.of("unchanged"), PictureSchema.ROLES.stream()).toList();
        return JsonEnumSchema.builder().enumValues(words).build();
    }
}
