package dev.atelier.adapters.http.engineio;

import dev.atelier.testkit.Mangled;

import org.junit.jupiter.api.Test;

import java.util.List;

/// A payload is read or refused, whatever its bytes. Jazzer enters by [#fuzzerTestOneInput].
public final class PayloadFuzzTest {

    private static final List<String> PAYLOADS =
            List.of(
                    "4hello\u001e3\u001ebAQIDBA==",
                    "2probe",
                    "0{\"sid\":\"x\"}",
                    "4\u001e5\u001e6");

    public static void fuzzerTestOneInput(byte[] bytes) {
        try {
            Payload.decode(bytes);
        } catch (MalformedPacket refused) {
            // As it should be.
        }
    }

    @Test
    void a_payload_is_read_or_refused() {
        Mangled.feed(PayloadFuzzTest.class, PAYLOADS, PayloadFuzzTest::fuzzerTestOneInput);
    }
}
