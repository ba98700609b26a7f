package dev.atelier.adapters.ai.diagram;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;

/// Finds the JSON in a reply while it streams, whatever stands around it: one object that says
/// everything, or many with a part each. How the reply is cut into pieces makes no difference, and
/// the work grows with its length only.
final class ReplyJson {

    /// How many opening braces may lead to nothing before a reply is given up.
    private static final int MISSES = 5;

    private final Sense sense;
    private final StringBuilder text = new StringBuilder();
    private final ObjectNode parts = JsonNodeFactory.instance.objectNode();
    private @Nullable LenientJson current;
    private int start;
    private int readTo;
    private int misses;
    private int completed;
    private boolean found;
    private boolean cut;

    /// What is looked for.
    interface Sense {

        /// Whether this object alone says enough.
        boolean isAnswer(ObjectNode object);

        /// @return the list that the object is an element of, where it is a part; else empty
        String listOf(ObjectNode object);
    }

    ReplyJson(Sense sense) {
        this.sense = sense;
    }

    void feed(String piece) {
        text.append(piece);
        advance();
    }

    /// Nothing more comes: an object that stayed open counts as far as it goes.
    void end() {
        while (!found && current != null) {
            cut = sense.isAnswer(current.root()) || !parts.isEmpty();
            found = cut;
            if (!found) {
                miss();
                advance();
            }
        }
    }

    /// What has been read so far.
    ObjectNode root() {
        if (current == null) {
            return parts;
        }
        if (parts.isEmpty()) {
            return current.root();
        }
        if (!sense.isAnswer(current.root())) {
            return parts;
        }
        var all = parts.deepCopy();
        merge(current.root(), all);
        return all;
    }

    /// Changes with every part that is complete.
    int completed() {
        return completed + (current == null ? 0 : current.parts());
    }

    /// Whether what was read broke off before its end.
    boolean isCut() {
        return cut;
    }

    String text() {
        return text.toString();
    }

    private void advance() {
        while (!found && misses < MISSES && readTo < text.length()) {
            var json = current == null ? begin() : current;
            var end = nextStop();
            if (json == null || end == readTo) {
                return;
            }
            json.feed(text.substring(readTo, end));
            readTo = end;
            switch (json.state()) {
                case OPEN -> {}
                case CLOSED -> close(json.root());
                case BROKEN -> brokenOff(json.root());
            }
        }
    }

    private @Nullable LenientJson begin() {
        var brace = text.indexOf("{", readTo);
        readTo = brace < 0 ? text.length() : brace;
        start = brace;
        current = brace < 0 ? null : new LenientJson();
        return current;
    }

    /// Only behind a closing brace can the object be over. Half a character waits for the other.
    private int nextStop() {
        var brace = text.indexOf("}", readTo);
        if (brace >= 0) {
            return brace + 1;
        }
        var end = text.length();
        return end > readTo && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }

    private void close(ObjectNode object) {
        found = sense.isAnswer(object);
        if (!found && collect(object)) {
            completed++;
            current = null;
        } else if (!found) {
            miss();
        }
    }

    private boolean collect(ObjectNode object) {
        var list = sense.listOf(object);
        if (!list.isEmpty()) {
            listIn(parts, list).add(object);
        } else if (isHeading(object)) {
            merge(object, parts);
        } else {
            return false;
        }
        return true;
    }

    /// Such as the kind and the title, before the parts.
    private static boolean isHeading(ObjectNode object) {
        return !object.isEmpty() && object.valueStream().allMatch(it -> it.isEmpty());
    }

    private static void merge(ObjectNode object, ObjectNode all) {
        for (var member : object.properties()) {
            if (member.getValue() instanceof ArrayNode list) {
                listIn(all, member.getKey()).addAll(list);
            } else {
                all.putIfAbsent(member.getKey(), member.getValue());
            }
        }
    }

    /// A list wins over whatever else a heading has put in its place, such as a word.
    private static ArrayNode listIn(ObjectNode all, String name) {
        return all.get(name) instanceof ArrayNode list ? list : all.putArray(name);
    }

    private void brokenOff(ObjectNode object) {
        found = sense.isAnswer(object);
        cut = found;
        if (!found) {
            miss();
        }
    }

    private void miss() {
        misses++;
        readTo = start + 1;
        current = null;
    }
}
