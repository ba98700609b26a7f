package dev.atelier.adapters.http.engineio;

import io.helidon.common.uri.UriQuery;

import java.util.Optional;

/// The query of a request, with what must be in it.
///
/// @param sid empty for a client that wants a session
record EngineQuery(boolean isPolling, Optional<String> sid) {

    private static final String VERSION = "4";

    /// @throws Refused if the transport or the version is none of ours
    static EngineQuery of(UriQuery query) {
        var isPolling =
                switch (first(query, "transport").orElse("")) {
                    case "polling" -> true;
                    case "websocket" -> false;
                    default -> throw new Refused(EngineError.UNKNOWN_TRANSPORT);
                };
        if (!first(query, "EIO").orElse("").equals(VERSION)) {
            throw new Refused(EngineError.UNSUPPORTED_VERSION);
        }
        return new EngineQuery(isPolling, first(query, "sid"));
    }

    private static Optional<String> first(UriQuery query, String name) {
        return query.contains(name) ? Optional.of(query.get(name)) : Optional.empty();
    }
}
