package dev.atelier.adapters.http.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.domain.InvalidValue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The members of one JSON body. Reading goes on over a wrong member, so that [#done] can tell them
/// all; values are only to be trusted after it. A member that is null counts as absent. Members of
/// an object in a list are told under their place, such as `edits[2].x`.
public final class Members {

    private final ObjectNode body;
    private final Findings findings;
    private final String place;
    private final Set<String> known = new HashSet<>();

    Members(ObjectNode body, Findings findings) {
        this(body, findings, "");
    }

    private Members(ObjectNode body, Findings findings, String place) {
        this.body = body;
        this.findings = findings;
        this.place = place;
    }

    public Findings findings() {
        return findings;
    }

    public void require(String name) {
        if (member(name).isEmpty()) {
            findings.add(place + name, "is required");
        }
    }

    public <T> Optional<T> text(String name, Function<String, T> type) {
        return read(name, node -> type.apply(requireText(node)));
    }

    public <T> Optional<T> integer(String name, Function<Integer, T> type) {
        return read(name, node -> type.apply(requireInteger(node)));
    }

    public <T> Optional<T> number(String name, Function<Double, T> type) {
        return read(name, node -> type.apply(requireNumber(node)));
    }

    public Optional<Boolean> flag(String name) {
        return read(name, Members::requireFlag);
    }

    public <T> Optional<T> texts(String name, Function<List<String>, T> type) {
        return read(name, node -> type.apply(requireTexts(node)));
    }

    /// A list of 1 to `most` objects, each read by itself. Where `type` makes nothing of one, it
    /// has noted why.
    public <T> Optional<List<T>> objects(
            String name, int most, Function<Members, Optional<T>> type) {
        return read(name, node -> requireList(node, most))
                .map(list -> elements(list, place + name, type));
    }

    private <T> List<T> elements(JsonNode list, String at, Function<Members, Optional<T>> type) {
        var elements = new ArrayList<T>();
        for (int i = 0; i < list.size(); i++) {
            element(list.get(i), at + "[" + i + "]", type).ifPresent(elements::add);
        }
        return elements;
    }

    private <T> Optional<T> element(JsonNode node, String at, Function<Members, Optional<T>> type) {
        if (!(node instanceof ObjectNode object)) {
            findings.add(at, "must be an object");
            return Optional.empty();
        }
        var members = new Members(object, findings, at + ".");
        var element = type.apply(members);
        members.noteUnknown();
        return element;
    }

    /// Members that nobody asks for are no mistake, because it is not known what to ask for.
    public void acceptOthers() {
        body.fieldNames().forEachRemaining(known::add);
    }

    /// @throws InvalidRequest if a member was wrong, or one is there that nobody asked for
    public void done() {
        noteUnknown();
        findings.requireNone();
    }

    private void noteUnknown() {
        for (var name : (Iterable<String>) body::fieldNames) {
            if (!known.contains(name)) {
                findings.add(place + name, "is not a known member");
            }
        }
    }

    private <T> Optional<T> read(String name, Function<JsonNode, T> type) {
        return member(name).flatMap(node -> findings.check(place + name, () -> type.apply(node)));
    }

    private Optional<JsonNode> member(String name) {
        known.add(name);
        return Optional.ofNullable(body.get(name)).filter(node -> !node.isNull());
    }

    private static String requireText(JsonNode node) {
        if (!node.isTextual()) {
            throw new InvalidValue("must be a text");
        }
        return node.textValue();
    }

    private static Integer requireInteger(JsonNode node) {
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw new InvalidValue("must be an integer");
        }
        return node.intValue();
    }

    private static Double requireNumber(JsonNode node) {
        if (!node.isNumber()) {
            throw new InvalidValue("must be a number");
        }
        return node.doubleValue();
    }

    private static JsonNode requireList(JsonNode node, int most) {
        if (!node.isArray() || node.isEmpty() || node.size() > most) {
            throw new InvalidValue("must be a list of 1 to " + most + " objects");
        }
        return node;
    }

    private static Boolean requireFlag(JsonNode node) {
        if (!node.isBoolean()) {
            throw new InvalidValue("must be true or false");
        }
        return node.booleanValue();
    }

    private static List<String> requireTexts(JsonNode node) {
        if (!node.isArray()) {
            throw new InvalidValue("must be a list of texts");
        }
        var texts = new ArrayList<String>();
        node.forEach(element -> texts.add(requireText(element)));
        return texts;
    }
}
