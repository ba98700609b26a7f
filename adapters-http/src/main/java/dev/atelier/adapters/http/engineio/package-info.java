/// Engine.IO, protocol 4: sessions that exchange packets with a client by long polling, by
/// WebSocket, or first by the one and then by the other.
/// [dev.atelier.adapters.http.engineio.EngineIo] is the server,
/// [dev.atelier.adapters.http.engineio.Conversation] what somebody does with a session. Knows
/// Helidon's server, Jackson, `websocket` and `timing`.
@NullMarked
package dev.atelier.adapters.http.engineio;

import org.jspecify.annotations.NullMarked;
