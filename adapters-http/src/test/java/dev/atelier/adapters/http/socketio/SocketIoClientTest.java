package dev.atelier.adapters.http.socketio;

import com.fasterxml.jackson.databind.JsonNode;

import dev.atelier.adapters.http.conformance.EchoServer;
import dev.atelier.adapters.http.conformance.Echoes;
import dev.atelier.adapters.http.engineio.EngineSettings;
import dev.atelier.adapters.http.timing.SystemTimer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The official client, as browsers have it, talks to our server.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SocketIoClientTest {

    private final SystemTimer timer = new SystemTimer();
    private EchoServer server;
    private NodeProject node;
    private Namespace main;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        node = NodeProject.install();
        server = EchoServer.start(settings(), timer);
        main = server.sockets.namespace("/", this::admit);
        server.sockets.namespace("/custom", Echoes.ofEvents());
        server.sockets.namespace(
                "/guarded",
                handshake ->
                        handshake.auth().path("token").asText().equals("good")
                                ? Echoes.ofEvents().admit(handshake)
                                : new Admission.Refused("not you"));
    }

    @AfterAll
    void stop() {
        server.close();
        timer.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"polling", "websocket", "polling websocket"})
    void is_served_by(String transports) throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of("http://127.0.0.1:" + server.port()));
        arguments.addAll(List.of(transports.split(" ", -1)));

        node.run("client.mjs", arguments);
    }

    private Admission admit(Handshake handshake) {
        return switch (Echoes.ofEvents().admit(handshake)) {
            case Admission.Accepted accepted ->
                    new Admission.Accepted(
                            socket -> {
                                talk(socket);
                                accepted.connected().accept(socket);
                            });
            case Admission.Refused refused -> refused;
        };
    }

    private static void answered(Socket socket, List<JsonNode> answer) {
        socket.emit("answered", answer.toArray(JsonNode[]::new));
    }

    private void talk(Socket socket) {
        socket.on(
                "ask me",
                event -> {
                    var question = event.arguments().getFirst();
                    var _ =
                            socket.ask(Duration.ofSeconds(20), "question", question)
                                    .thenAccept(answer -> answered(socket, answer));
                });
        socket.on("put me out", _ -> socket.disconnect());
        socket.on(
                "join",
                event -> {
                    socket.join(event.arguments().getFirst().asText());
                    event.acknowledge();
                });
        socket.on(
                "tell room",
                event ->
                        main.room(event.arguments().getFirst().asText())
                                .emit("told", event.arguments().getLast()));
    }

    /// Pings often, and waits for answers as long as a busy machine may need.
    private static EngineSettings settings() {
        var usual = EchoServer.ENGINE;
        return new EngineSettings(
                Duration.ofMillis(300),
                usual.pingTimeout(),
                usual.maxPayload(),
                new EngineSettings.Backlog(10_000, 10_000_000),
                usual.maxSessions(),
                usual.origins());
    }
}
