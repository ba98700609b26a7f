package dev.atelier.testkit.openapi;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/// The examples of a document: those that their own schemas refuse, and those that are missing.
public final class Examples {

    private final ApiContract contract;
    private final ApiDocument document;
    private final List<String> wrong = new ArrayList<>();

    private Examples(ApiContract contract) {
        this.contract = contract;
        this.document = contract.document();
    }

    /// @return a sentence for each example that is wrong or missing
    public static List<String> violations(ApiContract contract) {
        var examples = new Examples(contract);
        examples.walk("", contract.document().root());
        return examples.wrong;
    }

    private void walk(String place, JsonNode node) {
        if (node.isObject() && node.has("schema")) {
            described(place, node);
        } else if (node.isObject() && node.has("example") && isSchema(place)) {
            check(place, node, node.path("example"));
        }
        if (node.isObject()) {
            node.propertyStream()
                    .filter(it -> !it.getKey().equals("example"))
                    .forEach(it -> walk(place + "/" + it.getKey(), it.getValue()));
        }
        node.valueStream().filter(it -> node.isArray()).forEach(it -> walk(place + "/-", it));
    }

    /// A media type, a header or a parameter.
    private void described(String place, JsonNode node) {
        var example =
                node.has("example")
                        ? node.path("example")
                        : document.resolved(node.path("schema")).path("example");
        if (!example.isMissingNode()) {
            check(place, node.path("schema"), example);
            if (node.has("x-events")) {
                contract.events(node.path("x-events"), example.asText())
                        .forEach(it -> wrong.add(place + ": " + it));
            }
        } else if (place.contains("/content/")) {
            wrong.add(place + ": has no example; write `example:` beside its schema");
        }
    }

    private void check(String place, JsonNode schema, JsonNode example) {
        contract.example(schema, example).forEach(it -> wrong.add(place + ": " + it));
    }

    private static boolean isSchema(String place) {
        return place.startsWith("/components/schemas/");
    }
}
