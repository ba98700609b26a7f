package dev.atelier.adapters.http.socketio;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// What a client brings when it asks to be let into a namespace.
///
/// @param auth what it authenticates with; an empty object where it brings nothing
/// @param peer its address, or that of the last proxy before us
public record Handshake(ObjectNode auth, String peer) {}
