package dev.atelier.adapters.http.socketio;

import dev.atelier.adapters.http.conformance.EchoServer;
import dev.atelier.adapters.http.conformance.PollingClient;
import dev.atelier.adapters.http.timing.ManualTimer;
import dev.atelier.adapters.http.websocket.WsClient;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A Socket.IO server with a main namespace that lets everybody in, and clients on real sockets.
abstract class SocketTest {

    static final String PATH = "/socket.io/";

    final ManualTimer timer = new ManualTimer();
    final BlockingQueue<Socket> connected = new LinkedBlockingQueue<>();
    final BlockingQueue<DisconnectReason> left = new LinkedBlockingQueue<>();
    EchoServer server;
    PollingClient poller;
    Namespace main;
    private final List<WsClient> clients = new ArrayList<>();

    @BeforeEach
    void start() {
        server = EchoServer.start(EchoServer.ENGINE, timer);
        poller = new PollingClient(server.port(), PATH);
        main = server.sockets.namespace("/", _ -> new Admission.Accepted(this::connect));
    }

    @AfterEach
    void stop() throws IOException {
        for (var client : clients) {
            client.close();
        }
        poller.close();
        server.close();
    }

    void connect(Socket socket) {
        socket.onDisconnect(left::add);
        connected.add(socket);
    }

    /// A client that has its session, and no more.
    WsClient client() throws IOException {
        var client = new WsClient(server.port(), PATH + "?EIO=4&transport=websocket");
        clients.add(client);
        client.next();
        return client;
    }

    /// A client that is connected to the main namespace.
    WsClient connectedClient() throws IOException {
        var client = client();
        client.send("40").next();
        return client;
    }

    static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        var next = queue.poll(20, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing happens");
        }
        return next;
    }
}
