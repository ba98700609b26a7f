package dev.atelier.adapters.http.live;

import java.time.Duration;

/// How patient streams are.
///
/// @param keepAlive a stream that has nothing to tell says so that often, for proxies close quiet
///   connections
/// @param writeTimeout a client that takes nothing for so long is given up; it loses nothing when
///   it comes back
public record LiveSettings(Duration keepAlive, Duration writeTimeout) {

    public static final LiveSettings USUAL =
            new LiveSettings(Duration.ofSeconds(15), Duration.ofSeconds(10));
}
