package dev.atelier.adapters.otel;

import java.net.URI;
import java.util.Map;

/// Whom to tell, and how much.
///
/// @param endpoint of the collector; `/v1/traces` is added
/// @param headers that it wants with every request; they may hold secrets
/// @param service the name of this service in traces
/// @param ratio which part of the traces that begin here are told, 0 to 1; of others, whoever began
///   them has decided
public record OtelSettings(
        URI endpoint, Map<String, String> headers, String service, double ratio) {

    public OtelSettings {
        headers = Map.copyOf(headers);
        if (ratio < 0 || ratio > 1) {
            throw new IllegalArgumentException("a ratio is from 0 to 1, not " + ratio);
        }
    }

    String tracesUrl() {
        return endpoint.toString().replaceAll("/+$", "") + "/v1/traces";
    }

    /// Names no secret.
    @Override
    public String toString() {
        return "OtelSettings[%s, %s, %s]".formatted(endpoint.getHost(), service, ratio);
    }
}
