package dev.atelier.testkit.openapi;

import java.util.List;
import java.util.Map;

/// What came back for a request.
///
/// @param headers by their names in lower case
public record Answer(int status, Map<String, List<String>> headers, String body) {

    /// The first value of the field, or the empty text.
    String header(String name) {
        return headers.getOrDefault(name, List.of("")).getFirst();
    }

    boolean has(String name) {
        return headers.containsKey(name);
    }

    /// Without its parameters.
    String mediaType() {
        return header("content-type").split(";", 2)[0].strip();
    }
}
