package dev.atelier.adapters.http.engineio;

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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A server that echoes, with time in the hands of the test and its clients on real sockets.
abstract class EngineTest {

    static final String PATH = "/engine.io/";
    static final String WEBSOCKET = PATH + "?EIO=4&transport=websocket";

    final ManualTimer timer = new ManualTimer();
    final BlockingQueue<CloseReason> ends = new LinkedBlockingQueue<>();
    EchoServer server;
    PollingClient client;
    private final List<WsClient> sockets = new ArrayList<>();

    EngineSettings settings() {
        return EchoServer.ENGINE;
    }

    @BeforeEach
    void start() {
        server = EchoServer.talking(this::converse, settings(), timer);
        client = new PollingClient(server.port(), PATH);
    }

    @AfterEach
    void stop() throws IOException {
        for (var socket : sockets) {
            socket.close();
        }
        client.close();
        server.close();
    }

    Conversation converse(Session session, String peer) {
        return new Conversation() {
            @Override
            public void received(Packet message) {
                session.send(List.of(message));
            }

            @Override
            public void ended(CloseReason reason) {
                ends.add(reason);
            }
        };
    }

    WsClient webSocket(String target) throws IOException {
        var socket = new WsClient(server.port(), target);
        sockets.add(socket);
        return socket;
    }

    static String webSocketOf(String sid) {
        return WEBSOCKET + "&sid=" + sid;
    }

    CloseReason end() throws InterruptedException {
        var reason = ends.poll(20, TimeUnit.SECONDS);
        if (reason == null) {
            throw new AssertionError("the session goes on");
        }
        return reason;
    }

    /// Waits until the poll has reached its session.
    void awaitWaiting(String sid) {
        var session = server.engine.session(sid);
        var waiting = new CompletableFuture<Boolean>();
        while (!waiting.getNow(false)) {
            waiting = new CompletableFuture<>();
            var seen = waiting;
            session.locked(() -> seen.complete(session.polling().isWaiting()));
            Thread.onSpinWait();
        }
    }
}
