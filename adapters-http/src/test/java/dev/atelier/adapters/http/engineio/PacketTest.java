package dev.atelier.adapters.http.engineio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Packets alone, and several as a payload.
class PacketTest {

    @Test
    void is_a_digit_and_its_data() {
        assertThat(Packet.of(PacketType.PING).encoded()).isEqualTo("2");
        assertThat(Packet.message("hello").encoded()).isEqualTo("4hello");
        assertThat(Packet.decode("2probe")).isEqualTo(new Packet.Text(PacketType.PING, "probe"));
    }

    @Test
    void stands_in_a_payload_between_separators() {
        var packets =
                List.<Packet>of(
                        Packet.message("hello"),
                        Packet.of(PacketType.PONG),
                        new Packet.Binary(ByteBuffer.wrap(new byte[] {1, 2, 3, 4})));

        assertThat(text(Payload.encode(packets))).isEqualTo("4hello\u001e3\u001ebAQIDBA==");
        assertThat(Payload.decode(bytes("4hello\u001e3\u001ebAQIDBA=="))).isEqualTo(packets);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "abc", "7", "4a\u001e", "\u001e4a", "b!", "bA", "4a\u001eb=", " 4a"})
    void is_none_if_it_is_not_well_formed(String payload) {
        assertThatThrownBy(() -> Payload.decode(bytes(payload)))
                .isInstanceOf(MalformedPacket.class);
    }

    @Test
    void is_none_if_it_is_no_utf_8() {
        assertThatThrownBy(() -> Payload.decode(new byte[] {'4', (byte) 0xc3}))
                .isInstanceOf(MalformedPacket.class);
    }

    @Property(tries = 500)
    void comes_back_from_a_payload_as_it_was(@ForAll("payloads") List<Packet> packets) {
        assertThat(Payload.decode(Payload.encode(packets))).isEqualTo(packets);
    }

    @Property(tries = 2000)
    void is_read_or_refused_whatever_comes(@ForAll byte[] body) {
        try {
            assertThat(Payload.decode(body)).isNotEmpty();
        } catch (MalformedPacket refused) {
            assertThat(refused).hasMessageNotContaining("\n");
        }
    }

    @Provide
    Arbitrary<List<Packet>> payloads() {
        var data =
                Arbitraries.strings()
                        .excludeChars('\u001e')
                        .map(text -> text(text.getBytes(StandardCharsets.UTF_8)));
        Arbitrary<Packet> texts =
                Arbitraries.of(PacketType.class)
                        .flatMap(type -> data.map(text -> new Packet.Text(type, text)));
        Arbitrary<Packet> binaries =
                Arbitraries.bytes()
                        .array(byte[].class)
                        .map(bytes -> new Packet.Binary(ByteBuffer.wrap(bytes)));
        return Arbitraries.oneOf(texts, binaries).list().ofMinSize(1).ofMaxSize(10);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
