package dev.atelier.adapters.http.socketio;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.List;
import java.util.function.Consumer;

/// Something that a client emits.
///
/// @param answer takes the acknowledgement
public record Event(String name, List<JsonNode> arguments, Consumer<List<JsonNode>> answer) {

    /// Acknowledges the event. Does nothing where the client wants no acknowledgement or has it.
    public void acknowledge(JsonNode... data) {
        answer.accept(List.of(data));
    }
}
