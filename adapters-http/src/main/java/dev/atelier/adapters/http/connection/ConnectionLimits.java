package dev.atelier.adapters.http.connection;

import java.time.Duration;

/// What a connection may cost before anybody has read what it says.
///
/// @param headTimeout from the first byte of a request line to the end of its header fields
/// @param bodyTimeout for a whole body, from the moment somebody reads it
/// @param idleTimeout between one request and the next
public record ConnectionLimits(
        int maxHeadBytes,
        int maxBodyBytes,
        Duration headTimeout,
        Duration bodyTimeout,
        Duration idleTimeout) {

    public static final ConnectionLimits USUAL =
            new ConnectionLimits(
                    16 * 1024,
                    64 * 1024,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(75));

    /// How long one read of the socket blocks at most, after which the time left is looked at.
    public Duration tick() {
        var shortest = headTimeout.compareTo(bodyTimeout) < 0 ? headTimeout : bodyTimeout;
        return shortest.dividedBy(2);
    }
}
