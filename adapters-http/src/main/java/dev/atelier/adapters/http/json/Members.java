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
/// all; values are only to be trusted after it. A member that is null counts as absent.
public final class Members {

    private final ObjectNode body;
    private final Findings findings;
    private final Set<String> known = new HashSet<>();

    Members(ObjectNode body, Findings findings) {
        this.body = body;
        this.findings = findings;
    }

    public Findings findings() {
        return findings;
    }

    public void require(String name) {
        if (member(name).isEmpty()) {
            findings.add(name, "is required");
        }
    }

    public <T> Optional<T> text(String name, Function<String, T> type) {
        return read(name, node -> type.apply(requireText(node)));
    }

    public <T> Optional<T> integer(String name, Function<Integer, T> type) {
        return read(name, node -> type.apply(requireInteger(node)));
    }

    public Optional<Boolean> flag(String name) {
        return read(name, Members::requireFlag);
    }

    public <T> Optional<T> texts(String name, Function<List<String>, T> type) {
        return read(name, node -> type.apply(requireTexts(node)));
    }

    /// @throws InvalidRequest if a member was wrong, or one is there that nobody asked for
    public void done() {
        for (var name : (Iterable<String>) body::fieldNames) {
            if (!known.contains(name)) {
                findings.add(name, "is not a known member");
            }
        }
        findings.requireNone();
    }

    private <T> Optional<T> read(String name, Function<JsonNode, T> type) {
        return member(name).flatMap(node -> findings.check(name, () -> type.apply(node)));
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
