package dev.atelier.adapters.http.errors;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An error as RFC 9457 writes it, with the members that clients of this API have always read.
public record Problem(
        Status status,
        String error,
        String detail,
        Map<String, Object> members,
        List<Header> headers) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(Status status, String error) {
        return of(status, error, error);
    }

    static Problem of(Status status, String error, String detail) {
        return new Problem(status, error, detail, Map.of(), List.of());
    }

    Problem with(String member, Object value) {
        var more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(status, error, detail, more, headers);
    }

    Problem with(Header header) {
        var more = new ArrayList<>(headers);
        more.add(header);
        return new Problem(status, error, detail, members, more);
    }

    Problem retryAfter(Duration time) {
        return with(
                HeaderValues.create(
                        HeaderNames.RETRY_AFTER,
                        String.valueOf(Math.ceilDiv(time.toMillis(), 1000))));
    }

    /// The body; `instance` is the path that was asked for.
    public Map<String, Object> body(String instance) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "about:blank");
        body.put("title", status.reasonPhrase());
        body.put("status", status.code());
        body.put("detail", detail);
        body.put("instance", instance);
        body.put("success", false);
        body.put("error", error);
        body.putAll(members);
        return body;
    }
}
