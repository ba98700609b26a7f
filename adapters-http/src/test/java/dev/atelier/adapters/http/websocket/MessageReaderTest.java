package dev.atelier.adapters.http.websocket;

import static dev.atelier.adapters.http.websocket.Frames.BINARY;
import static dev.atelier.adapters.http.websocket.Frames.CLOSE;
import static dev.atelier.adapters.http.websocket.Frames.CONTINUATION;
import static dev.atelier.adapters.http.websocket.Frames.FINAL;
import static dev.atelier.adapters.http.websocket.Frames.PING;
import static dev.atelier.adapters.http.websocket.Frames.TEXT;
import static dev.atelier.adapters.http.websocket.Frames.bytes;
import static dev.atelier.adapters.http.websocket.Frames.frame;
import static dev.atelier.adapters.http.websocket.Frames.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataReader.InsufficientDataAvailableException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

class MessageReaderTest {

    private static final int MAX = 200_000;

    @Test
    void reads_messages_of_every_kind_of_length() {
        for (var length : new int[] {0, 1, 125, 126, 127, 65_535, 65_536, MAX}) {
            var text = "x".repeat(length);

            assertThat(read(MAX, Frames.text(text)))
                    .as("%d bytes", length)
                    .containsExactly(new Message.Text(text));
        }
    }

    @Test
    void joins_fragments_before_it_decodes_them() {
        var euro = bytes("€");

        var messages =
                read(
                        MAX,
                        frame(TEXT, Arrays.copyOf(euro, 1)),
                        frame(CONTINUATION, new byte[0]),
                        frame(FINAL | CONTINUATION, Arrays.copyOfRange(euro, 1, 3)));

        assertThat(messages).containsExactly(new Message.Text("€"));
    }

    @Test
    void hears_a_ping_between_fragments() {
        var messages =
                read(
                        MAX,
                        frame(BINARY, new byte[] {1}),
                        frame(FINAL | PING, bytes("?")),
                        frame(FINAL | CONTINUATION, new byte[] {2}));

        assertThat(messages)
                .containsExactly(
                        new Message.Ping(ByteBuffer.wrap(bytes("?"))),
                        new Message.Binary(ByteBuffer.wrap(new byte[] {1, 2})));
    }

    @Test
    void refuses_what_a_client_must_not_send() {
        refuses(CloseCode.PROTOCOL_ERROR, new byte[] {(byte) 0x81, 1, 'x'});
        refuses(CloseCode.PROTOCOL_ERROR, frame(FINAL | 0x40 | TEXT, bytes("compressed")));
        refuses(CloseCode.PROTOCOL_ERROR, frame(FINAL | 0x3, bytes("reserved opcode")));
        refuses(CloseCode.PROTOCOL_ERROR, frame(FINAL | 0xb, bytes("reserved opcode")));
        refuses(CloseCode.PROTOCOL_ERROR, frame(PING, bytes("ping in parts")));
        refuses(CloseCode.PROTOCOL_ERROR, frame(FINAL | PING, new byte[126]));
        refuses(CloseCode.PROTOCOL_ERROR, frame(FINAL | CONTINUATION, bytes("of nothing")));
        refuses(
                CloseCode.PROTOCOL_ERROR,
                frame(TEXT, bytes("a")),
                frame(FINAL | TEXT, bytes("within")));
        refuses(CloseCode.PROTOCOL_ERROR, new byte[] {(byte) 0x81, (byte) 0xfe, 0, 5});
        refuses(
                CloseCode.PROTOCOL_ERROR,
                new byte[] {(byte) 0x81, (byte) 0xff, (byte) 0x80, 0, 0, 0, 0, 0, 0, 1});
        refuses(CloseCode.INVALID_DATA, frame(FINAL | TEXT, new byte[] {(byte) 0xff}));
        refuses(CloseCode.INVALID_DATA, frame(FINAL | TEXT, new byte[] {(byte) 0xe2}));
    }

    @Test
    void refuses_a_goodbye_that_cannot_be_said() {
        refuses(CloseCode.PROTOCOL_ERROR, frame(FINAL | CLOSE, new byte[1]));
        for (var code : new int[] {0, 999, 1004, 1005, 1006, 1015, 2999, 5000, 65_535}) {
            refuses(CloseCode.PROTOCOL_ERROR, Frames.close(code));
        }
        refuses(
                CloseCode.INVALID_DATA,
                frame(FINAL | CLOSE, new byte[] {0x03, (byte) 0xe8, (byte) 0xff}));
        assertThat(read(MAX, Frames.close(1000), Frames.close(4999)))
                .containsExactly(new Message.Close(), new Message.Close());
    }

    @Test
    void refuses_too_much_as_soon_as_it_is_announced_or_adds_up() {
        refuses(10, CloseCode.TOO_BIG, Frames.head(FINAL | TEXT, 11));
        refuses(10, CloseCode.TOO_BIG, Frames.head(FINAL | TEXT, Long.MAX_VALUE));
        refuses(10, CloseCode.TOO_BIG, frame(TEXT, new byte[6]), frame(CONTINUATION, new byte[5]));
    }

    @Property(tries = 2000)
    void survives_any_bytes(@ForAll byte[] bytes) {
        assertThat(read(100, bytes)).isNotNull();
    }

    @Property(tries = 500)
    void survives_any_frames(
            @ForAll @Size(max = 8) List<@IntRange(max = 255) Integer> firsts,
            @ForAll @Size(max = 8) List<byte[]> payloads) {
        var frames = new ArrayList<byte[]>();
        for (var n = 0; n < Math.min(firsts.size(), payloads.size()); n++) {
            frames.add(frame(firsts.get(n), payloads.get(n)));
        }

        assertThat(read(1000, frames.toArray(byte[][]::new))).isNotNull();
    }

    @Property(tries = 300)
    void reads_the_same_however_the_bytes_are_cut(
            @ForAll List<String> texts, @ForAll @IntRange(min = 1, max = 20) int piece) {
        var sent = texts.stream().map(MessageReaderTest::wellFormed).toList();
        var frames = sent.stream().map(Frames::text).toArray(byte[][]::new);

        assertThat(readInPieces(1_000_000, piece, join(frames)))
                .isEqualTo(sent.stream().map(Message.Text::new).toList());
    }

    private static String wellFormed(String text) {
        return new String(bytes(text), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static void refuses(CloseCode code, byte[]... frames) {
        refuses(MAX, code, frames);
    }

    private static void refuses(int max, CloseCode code, byte[]... frames) {
        var reader = reader(max, 4096, join(frames));
        var violation =
                catchThrowableOfType(
                        ProtocolViolation.class,
                        () -> {
                            while (true) {
                                reader.next();
                            }
                        });

        assertThat(violation).isNotNull();
        assertThat(violation.code()).isEqualTo(code);
    }

    /// All messages up to the end, or up to the first violation.
    private static List<Message> read(int max, byte[]... frames) {
        return readInPieces(max, 4096, join(frames));
    }

    private static List<Message> readInPieces(int max, int piece, byte[] bytes) {
        var reader = reader(max, piece, bytes);
        var messages = new ArrayList<Message>();
        try {
            while (true) {
                messages.add(reader.next());
            }
        } catch (InsufficientDataAvailableException | ProtocolViolation end) {
            return messages;
        }
    }

    private static MessageReader reader(int max, int piece, byte[] bytes) {
        var input = ByteBuffer.wrap(bytes);
        var data =
                new DataReader(
                        () -> {
                            if (!input.hasRemaining()) {
                                throw new InsufficientDataAvailableException();
                            }
                            var next = new byte[Math.min(piece, input.remaining())];
                            input.get(next);
                            return next;
                        });
        return new MessageReader(new FrameReader(data, max), max);
    }
}
