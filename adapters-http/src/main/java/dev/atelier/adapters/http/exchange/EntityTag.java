package dev.atelier.adapters.http.exchange;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// The fingerprint of an answer's body (RFC 9110, 8.8.3).
record EntityTag(String value) {

    private static final int BYTES = 12;

    static EntityTag of(byte[] body) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(body);
            return new EntityTag(HexFormat.of().formatHex(hash, 0, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Whether the client says that it has this already.
    boolean isKnownTo(ServerRequest request) {
        return request.headers().all(HeaderNames.IF_NONE_MATCH, List::of).stream()
                .flatMap(field -> Stream.of(field.split(",")))
                .map(tag -> tag.strip().replaceFirst("^W/", ""))
                .anyMatch(tag -> tag.equals("*") || tag.equals(toString()));
    }

    @Override
    public String toString() {
        return '"' + value + '"';
    }
}
