package dev.atelier.adapters.http.json;

import dev.atelier.testkit.Mangled;

import org.junit.jupiter.api.Test;

import java.util.List;

/// A body is read or refused, whatever its bytes. Jazzer enters by [#fuzzerTestOneInput].
public final class JsonFuzzTest {

    private static final List<String> BODIES =
            List.of(
                    "{\"instructions\":\"a -> b\",\"priority\":-7,\"tags\":[\"x\",\"\\u00e9\"]}",
                    "{\"version\":1,\"edits\":[{\"op\":\"move\",\"id\":\"a\",\"x\":1.5e3,\"y\":-0.1}]}",
                    "{\"a\":{\"b\":[null,true,false,{}]},\"c\":\"\uD83E\uDDA9\"}");

    public static void fuzzerTestOneInput(byte[] bytes) {
        try {
            Json.object(bytes);
        } catch (MalformedJson refused) {
            // As it should be.
        }
    }

    @Test
    void a_body_is_read_or_refused() {
        Mangled.feed(JsonFuzzTest.class, BODIES, JsonFuzzTest::fuzzerTestOneInput);
    }
}
