package dev.atelier.adapters.http.json;

import java.util.List;
import java.util.Map;

/// Values that break their rules, each named with all that is wrong with it.
public final class InvalidRequest extends RuntimeException {

    private final transient Map<String, List<String>> details;

    InvalidRequest(Map<String, List<String>> details) {
        super("Invalid values: " + String.join(", ", details.keySet()));
        this.details = details;
    }

    /// What is wrong, by member, query parameter or header field.
    public Map<String, List<String>> details() {
        return details;
    }
}
