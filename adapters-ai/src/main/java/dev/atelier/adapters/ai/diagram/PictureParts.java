package dev.atelier.adapters.ai.diagram;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// Recognises a picture, or the parts of one where a model writes an object per node and edge.
final class PictureParts implements ReplyJson.Sense {

    @Override
    public boolean isAnswer(ObjectNode object) {
        return PictureReader.draft(object, "?").picture() != null;
    }

    @Override
    public String listOf(ObjectNode object) {
        var part = new Fields(object);
        var word = part.word("op", "part", "type");
        return switch (word) {
            case "node", "edge", "group", "shape" -> word + "s";
            default -> listByMembers(part);
        };
    }

    private static String listByMembers(Fields part) {
        if (part.has("from") && part.has("to")) {
            return "edges";
        }
        if (part.has("x") && part.has("y")) {
            return "shapes";
        }
        return part.has("id") && part.has("label") ? "nodes" : "";
    }
}
