package dev.atelier.adapters.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/// An answer as a client sees it; names of header fields in lower case.
public record Reply(int status, Map<String, List<String>> headers, String text) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    public static Reply of(HttpResponse<String> response) {
        return new Reply(response.statusCode(), response.headers().map(), response.body());
    }

    public JsonNode json() {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }

    /// The first value of the field, or the empty text.
    public String header(String name) {
        return headers.getOrDefault(name, List.of("")).getFirst();
    }

    /// What an error says about one member.
    public List<String> details(String member) {
        return json().path("details").path(member).valueStream().map(JsonNode::asText).toList();
    }
}
