package dev.atelier.adapters.http.socketio;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.atelier.adapters.http.engineio.MalformedPacket;
import dev.atelier.adapters.http.engineio.Packet;
import dev.atelier.adapters.http.engineio.PacketType;
import dev.atelier.testkit.Mangled;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.util.List;

/// The messages of a client are packets or refused, whatever is in them, and so are the attachments
/// that follow. Jazzer enters by [#fuzzerTestOneInput].
public final class PacketFuzzTest {

    private static final int MAX_BYTES = 1000;

    private static final List<String> MESSAGES =
            List.of(
                    "0{\"token\":\"a.b.c\"}",
                    "0/admin,{\"token\":\"x\"}",
                    "2[\"hello\",1,{\"a\":null}]",
                    "2/chat,13[\"hello\"]",
                    "51-[\"file\",{\"_placeholder\":true,\"num\":0}]",
                    "62-/a,7[{\"_placeholder\":true,\"num\":1},{\"_placeholder\":true,\"num\":0}]",
                    "3/a,7[]",
                    "1/a,");

    public static void fuzzerTestOneInput(byte[] bytes) {
        var decoder = new PacketDecoder(MAX_BYTES);
        try {
            decoder.decode(new Packet.Text(PacketType.MESSAGE, new String(bytes, UTF_8)));
            decoder.decode(new Packet.Binary(ByteBuffer.wrap(bytes)));
            decoder.decode(new Packet.Binary(ByteBuffer.wrap(bytes)));
        } catch (MalformedPacket refused) {
            // As it should be.
        }
    }

    @Test
    void a_message_is_a_packet_or_refused() {
        Mangled.feed(PacketFuzzTest.class, MESSAGES, PacketFuzzTest::fuzzerTestOneInput);
    }
}
