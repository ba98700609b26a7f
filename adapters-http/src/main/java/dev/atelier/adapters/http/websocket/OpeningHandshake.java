package dev.atelier.adapters.http.websocket;

import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Headers;
import io.helidon.http.RequestException;
import io.helidon.http.Status;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// The client's half of the opening handshake, and our answer to it (RFC 6455, 4.2).
record OpeningHandshake(String key) {

    private static final HeaderName KEY = HeaderNames.create("Sec-WebSocket-Key");
    private static final HeaderName VERSION = HeaderNames.create("Sec-WebSocket-Version");
    private static final String OUR_VERSION = "13";
    private static final Status UPGRADE_REQUIRED_426 = Status.create(426, "Upgrade Required");
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int KEY_BYTES = 16;

    /// @return empty where this is no opening handshake
    /// @throws RequestException if it is one of another version
    static Optional<OpeningHandshake> of(Headers headers) {
        if (!asksForUpgrade(headers)) {
            return Optional.empty();
        }
        if (!headers.first(VERSION).orElse("").equals(OUR_VERSION)) {
            throw RequestException.builder()
                    .type(EventType.BAD_REQUEST)
                    .status(UPGRADE_REQUIRED_426)
                    .header(HeaderValues.create(VERSION, OUR_VERSION))
                    .message("The WebSocket version must be " + OUR_VERSION)
                    .build();
        }
        return headers.first(KEY).filter(OpeningHandshake::isKey).map(OpeningHandshake::new);
    }

    /// The whole head of the answer.
    byte[] answer() {
        var head =
                "HTTP/1.1 101 Switching Protocols\r\n"
                        + "Upgrade: websocket\r\n"
                        + "Connection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: "
                        + accept()
                        + "\r\n\r\n";
        return head.getBytes(StandardCharsets.US_ASCII);
    }

    private String accept() {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-1")
                            .digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }

    private static boolean asksForUpgrade(Headers headers) {
        return headers.contains(HeaderNames.CONNECTION)
                && headers.get(HeaderNames.CONNECTION).allValues().stream()
                        .flatMap(value -> Arrays.stream(value.split(",", -1)))
                        .anyMatch(option -> option.strip().equalsIgnoreCase("upgrade"));
    }

    private static boolean isKey(String key) {
        try {
            return Base64.getDecoder().decode(key).length == KEY_BYTES;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
