package dev.atelier.adapters.http.engineio;

import java.time.Duration;

/// What sessions may do and cost.
///
/// @param pingInterval between one ping and the next
/// @param pingTimeout how long a client may take to answer a ping
/// @param maxPayload the largest body or WebSocket message a client may send, in bytes
/// @param maxSessions how many clients there may be at once
public record EngineSettings(
        Duration pingInterval,
        Duration pingTimeout,
        int maxPayload,
        Backlog backlog,
        int maxSessions,
        AllowedOrigins origins) {

    public static final EngineSettings USUAL =
            new EngineSettings(
                    Duration.ofSeconds(25),
                    Duration.ofSeconds(20),
                    64 * 1024,
                    new Backlog(1_000, 1024 * 1024),
                    10_000,
                    AllowedOrigins.NONE);

    /// What may wait for one client that does not take it; with one packet or byte more, its
    /// session ends.
    public record Backlog(int maxPackets, int maxBytes) {

        public Backlog {
            requirePositive("packets", maxPackets);
            requirePositive("bytes", maxBytes);
        }
    }

    /// @throws IllegalArgumentException if a number or time is not positive
    public EngineSettings {
        requirePositive("pingInterval", pingInterval.toMillis());
        requirePositive("pingTimeout", pingTimeout.toMillis());
        requirePositive("maxPayload", maxPayload);
        requirePositive("maxSessions", maxSessions);
    }

    public EngineSettings allowing(AllowedOrigins origins) {
        return new EngineSettings(
                pingInterval, pingTimeout, maxPayload, backlog, maxSessions, origins);
    }

    private static void requirePositive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be positive, not " + value);
        }
    }
}
