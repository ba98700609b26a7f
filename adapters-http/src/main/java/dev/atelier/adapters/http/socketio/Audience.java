package dev.atelier.adapters.http.socketio;

import com.fasterxml.jackson.databind.JsonNode;

/// One or more sockets that are told the same.
public interface Audience {

    /// Sends an event. Never waits for a client. Bytes are given as
    /// [com.fasterxml.jackson.databind.node.BinaryNode]s, anywhere among the arguments.
    void emit(String event, JsonNode... arguments);
}
