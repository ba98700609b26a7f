package dev.atelier.adapters.http.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.helidon.http.HeaderNames;
import io.helidon.http.RequestException;
import io.helidon.http.WritableHeaders;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

class OpeningHandshakeTest {

    private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";

    @Test
    void answers_as_the_rfc_does() {
        var answer = handshake("keep-alive, Upgrade", "13", KEY).orElseThrow().answer();

        assertThat(new String(answer, StandardCharsets.US_ASCII))
                .startsWith("HTTP/1.1 101 Switching Protocols\r\n")
                .contains("\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n")
                .endsWith("\r\n\r\n");
    }

    @Test
    void is_none_without_a_wish_to_upgrade_or_a_key_of_sixteen_bytes() {
        assertThat(handshake("keep-alive", "13", KEY)).isEmpty();
        assertThat(handshake("Upgrade", "13", "c2hvcnQ=")).isEmpty();
        assertThat(handshake("Upgrade", "13", "?")).isEmpty();
    }

    @Test
    void tells_a_client_of_another_version_which_is_ours() {
        assertThatThrownBy(() -> handshake("Upgrade", "8", KEY))
                .isInstanceOfSatisfying(
                        RequestException.class,
                        refusal -> {
                            assertThat(refusal.status().code()).isEqualTo(426);
                            assertThat(
                                            refusal.responseHeaders()
                                                    .first(
                                                            HeaderNames.create(
                                                                    "Sec-WebSocket-Version")))
                                    .contains("13");
                        });
    }

    private static Optional<OpeningHandshake> handshake(
            String connection, String version, String key) {
        var headers = WritableHeaders.create();
        headers.set(HeaderNames.CONNECTION, connection);
        headers.set(HeaderNames.create("Sec-WebSocket-Version"), version);
        headers.set(HeaderNames.create("Sec-WebSocket-Key"), key);
        return OpeningHandshake.of(headers);
    }
}
