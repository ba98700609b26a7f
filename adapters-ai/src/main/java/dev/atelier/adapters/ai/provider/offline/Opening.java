package dev.atelier.adapters.ai.provider.offline;

import java.util.List;
import java.util.regex.Pattern;

/// Tells the order ("Draw a flowchart of our hiring") from the content that follows it.
///
/// @param head empty where the text is all content
/// @param body empty where the text is all order
/// @param hasParts whether the body names what the thing has, not what is done: "a house with a
///   tree"
record Opening(String head, String body, boolean hasParts) {

    private static final Pattern WITH =
            Request.pattern("\\W*(?:with|including|containing|mit|con|avec|com)\\s+");

    private static final List<Pattern> BOUNDARIES =
            List.of(
                    Request.pattern("\\s*[:：]?\\s*\\R+\\s*"),
                    Request.pattern("\\s*(?::(?=\\s)|：)\\s*"),
                    Request.pattern("\\s+(?=(?:\\(?1[.)]|#1|step 1\\b)\\s*\\p{L})"),
                    Request.pattern("(?<=[^.])[.!。]+\\s*(?=\\S)"),
                    Request.pattern("[,;]?\\s+(?=(?:first(?:ly)?|zuerst|d'abord|primero)\\b)"),
                    Request.pattern(
                            "[,;]?\\s+(?:with|including|containing|covering|consisting"
                                + " of|mit|con|avec)"
                                + "(?:\\s+(?:the|these|following|den|der|las|los|les|columns?|lanes?|steps?|stages?|phases?"
                                + "|branches|topics?|tasks?|items?|milestones?|nodes?|spalten"
                                + "|schritten?|columnas|colonnes|étapes|pasos))*\\s+"),
                    Request.pattern("[,;]?\\s+(?:from|showing)\\s+"));

    /// How many of the boundaries stand between an order and content whatever the content is. The
    /// others need a list behind them.
    private static final int CLEAR = 5;

    static Opening split(String text) {
        if (!Subject.isOrder(text)) {
            return new Opening("", text, false);
        }
        for (int i = 0; i < BOUNDARIES.size(); i++) {
            var boundary = BOUNDARIES.get(i).matcher(text);
            if (!boundary.find() || boundary.start() == 0) {
                continue;
            }
            var head = text.substring(0, boundary.start());
            var body = text.substring(boundary.end()).strip();
            if (body.codePoints().anyMatch(Character::isLetterOrDigit)
                    && Subject.isOrder(head)
                    && !Arrows.isIn(head)
                    && (i < CLEAR || Items.read(body).size() > 1)) {
                return new Opening(head, body, WITH.matcher(boundary.group()).matches());
            }
        }
        return Arrows.isIn(text)
                ? new Opening("", Subject.withoutCommand(text), false)
                : new Opening(text, "", false);
    }
}
