package dev.atelier.bootstrap.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;

import dev.atelier.testkit.openapi.ApiDocument;
import dev.atelier.testkit.openapi.Operation;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Requests as the document wants them, for any of its operations.
final class Proper {

    private static final String BASE = "/api/ai-agent";
    private static final byte[] NOTHING = {};

    private final List<Operation> operations;
    private final Samples samples;
    private final Callers callers;

    /// Who calls, and about what. What deletes is sent by another user, or about what is doomed, so
    /// that there is something to ask for until the last request.
    ///
    /// @param user the token of one, as are `other` and `admin`
    /// @param ids of jobs and of the canvases that they drew, and some that there are not
    record Callers(
            String user, String other, String admin, List<String> ids, List<String> doomed) {}

    Proper(ApiDocument document, Callers callers) {
        this.operations = document.operations();
        this.samples = new Samples(document);
        this.callers = callers;
    }

    WireRequest next(RandomGenerator random) {
        var operation = operations.get(random.nextInt(operations.size()));
        var fields = new ArrayList<>(List.of("Host: localhost"));
        if (!operation.isOpen()) {
            fields.add("Authorization: Bearer " + token(operation, random));
        }
        for (var header : operation.parameters("header")) {
            if (random.nextInt(4) == 0) {
                fields.add(header.path("name").asText() + ": " + header(header, random));
            }
        }
        var body = NOTHING;
        if (operation.takesBody()) {
            fields.add("Content-Type: application/json");
            body = body(operation, random).toString().getBytes(UTF_8);
        }
        var target = BASE + path(operation, random) + query(operation, random);
        return new WireRequest(
                operation.id(), WireRequest.NONE, operation.method(), target, fields, body);
    }

    JsonNode body(Operation operation, RandomGenerator random) {
        var media = operation.node().at("/requestBody/content/application~1json");
        return random.nextInt(3) == 0 && media.has("example")
                ? media.path("example")
                : samples.of(media.path("schema"), random);
    }

    private String header(JsonNode header, RandomGenerator random) {
        return switch (header.path("name").asText()) {
            // Long enough to be a wait, short enough for many of them.
            case "Prefer" -> "wait=" + random.nextInt(2);
            case "Idempotency-Key" -> "key-" + random.nextInt(500);
            case "Last-Event-ID" -> Integer.toString(random.nextInt(5));
            default -> "\"" + random.nextInt(100) + "\"";
        };
    }

    private String token(Operation operation, RandomGenerator random) {
        if (operation.id().equals("cleanUpJobs")) {
            return callers.other();
        }
        return operation.path().startsWith("/admin/") || random.nextInt(8) == 0
                ? callers.admin()
                : callers.user();
    }

    private String path(Operation operation, RandomGenerator random) {
        var ids = operation.method().equals("DELETE") ? callers.doomed() : callers.ids();
        return operation.path().replace("{id}", ids.get(random.nextInt(ids.size())));
    }

    private String query(Operation operation, RandomGenerator random) {
        var parts = new ArrayList<String>();
        for (var parameter : operation.parameters("query")) {
            if (random.nextInt(3) == 0) {
                var value = samples.of(parameter.path("schema"), random);
                var text = value.isArray() ? value.path(0).asText("queued") : value.asText();
                parts.add(parameter.path("name").asText() + "=" + URLEncoder.encode(text, UTF_8));
            }
        }
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }
}
