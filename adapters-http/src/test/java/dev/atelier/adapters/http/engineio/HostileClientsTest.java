package dev.atelier.adapters.http.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.http.conformance.PollingClient;
import dev.atelier.adapters.http.websocket.Frames;
import dev.atelier.adapters.http.websocket.WsClient;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.SocketException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Random;

/// Whatever clients send, the server goes on for all others.
class HostileClientsTest extends EngineTest {

    private static final byte[][] PIECES = {
        Frames.bytes("4"),
        Frames.bytes("\u001e"),
        Frames.bytes("b"),
        Frames.bytes("3"),
        Frames.bytes("AQ=="),
        {(byte) 0xff},
        {0},
        Frames.bytes("€"),
        Frames.bytes("2probe")
    };

    private final Random random = new Random(4711);

    @Test
    void post_anything() {
        for (var n = 0; n < 300; n++) {
            var sid = client.open();
            var body = BodyPublishers.ofByteArray(garbage());

            var reply = client.send(client.request(PollingClient.query(sid)).POST(body));

            assertThat(reply.status()).isIn(200, 400);
        }
        assertThat(client.open()).isNotEmpty();
    }

    @Test
    void send_anything_over_a_websocket() throws IOException {
        for (var n = 0; n < 200; n++) {
            try (var socket = new WsClient(server.port(), WEBSOCKET)) {
                socket.next();
                sayGarbage(socket);
                socket.raw(Frames.close(1000));
                var last = socket.next();
                while (!last.equals("end") && !last.startsWith("close:")) {
                    last = socket.next();
                }
            } catch (SocketException closedAlready) {
                assertThat(closedAlready).isNotNull();
            }
        }
        assertThat(client.open()).isNotEmpty();
    }

    private void sayGarbage(WsClient socket) throws IOException {
        for (var frames = random.nextInt(4); frames >= 0; frames--) {
            if (random.nextInt(4) == 0) {
                socket.raw(garbage());
            } else {
                socket.raw(Frames.frame(random.nextInt(256), garbage()));
            }
        }
    }

    private byte[] garbage() {
        var pieces = new byte[random.nextInt(8)][];
        for (var n = 0; n < pieces.length; n++) {
            pieces[n] = PIECES[random.nextInt(PIECES.length)];
        }
        if (random.nextInt(3) > 0) {
            return Frames.join(pieces);
        }
        var bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        return bytes;
    }
}
