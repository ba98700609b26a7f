package dev.atelier.adapters.http.socketio;

import dev.atelier.adapters.http.engineio.EngineSettings;

import java.time.Duration;

/// What clients may do and cost.
///
/// @param connectTimeout how long a client may be connected to no namespace
public record SocketIoSettings(Duration connectTimeout, EngineSettings engine) {

    public static final SocketIoSettings USUAL =
            new SocketIoSettings(Duration.ofSeconds(45), EngineSettings.USUAL);

    /// @throws IllegalArgumentException if the timeout is not positive
    public SocketIoSettings {
        if (!connectTimeout.isPositive()) {
            throw new IllegalArgumentException("connectTimeout must be positive");
        }
    }
}
