package dev.atelier.adapters.http.exchange;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;

import java.util.UUID;
import java.util.regex.Pattern;

/// The name of one request in logs and answers: the client's if it is sane, else one of ours.
public final class RequestId {

    public static final HeaderName HEADER = HeaderNames.create("X-Request-ID");

    private static final Pattern SANE = Pattern.compile("[\\x21-\\x7e]{1,128}");

    private RequestId() {}

    static String of(ServerRequest request) {
        return request.headers()
                .first(HEADER)
                .filter(id -> SANE.matcher(id).matches())
                .orElseGet(() -> UUID.randomUUID().toString());
    }
}
