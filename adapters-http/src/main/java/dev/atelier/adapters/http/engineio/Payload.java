package dev.atelier.adapters.http.engineio;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Several packets as the body of one request or answer.
final class Payload {

    private static final String SEPARATOR = "\u001e";

    private Payload() {}

    static byte[] encode(List<Packet> packets) {
        return packets.stream()
                .map(Packet::encoded)
                .collect(Collectors.joining(SEPARATOR))
                .getBytes(StandardCharsets.UTF_8);
    }

    /// @throws MalformedPacket if this is no series of packets in UTF-8
    static List<Packet> decode(byte[] body) {
        return Arrays.stream(text(body).split(SEPARATOR, -1)).map(Packet::decodeInPayload).toList();
    }

    private static String text(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
        } catch (CharacterCodingException e) {
            throw new MalformedPacket("invalid UTF-8");
        }
    }
}
