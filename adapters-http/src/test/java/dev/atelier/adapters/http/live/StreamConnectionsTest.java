package dev.atelier.adapters.http.live;

import static dev.atelier.adapters.http.RawClient.lines;
import static dev.atelier.testkit.Designs.box;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.adapters.http.RawClient;
import dev.atelier.adapters.http.TestSettings;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasObject.Box.Outline;
import dev.atelier.domain.job.JobId;
import dev.atelier.testkit.Jobs;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;

/// Streams as proxies see them: byte by byte, on connections that are used again.
final class StreamConnectionsTest {

    private static final String BASE = "/api/ai-agent";

    private final LiveServer server =
            new LiveServer(
                    TestSettings.watching(
                            new LiveSettings(Duration.ofSeconds(15), Duration.ofMillis(300))));
    private final SseClient alice = new SseClient(server.port(), "alice");

    @AfterEach
    void stop() {
        alice.close();
        server.close();
    }

    private String ask(String method, String path, String... fields) {
        return lines(
                        method + " " + BASE + path + " HTTP/1.1",
                        "Host: x",
                        "Authorization: Bearer " + alice.token())
                + lines(fields)
                + "\r\n";
    }

    @Test
    void the_first_bytes_come_before_the_first_event() throws IOException {
        try (var client = new RawClient(server.port())) {
            client.say(ask("GET", "/events", "Accept: text/event-stream"));

            assertThat(client.hearUntil("retry:1000\n\n"))
                    .startsWith("HTTP/1.1 200 ")
                    .containsIgnoringCase("content-type: text/event-stream\r\n");
        }
    }

    @Test
    void a_connection_serves_the_next_request_after_its_stream_has_ended() throws Exception {
        var job = alice.submit("a -> b");
        alice.listen("/job/" + job + "/events", "0").rest();

        try (var client = new RawClient(server.port())) {
            client.say(ask("GET", "/job/" + job + "/events", "Accept: text/event-stream"));
            client.hearUntil("\r\n0\r\n\r\n");
            client.say(ask("GET", "/job/" + job + "/status", "Connection: close"));

            assertThat(client.hearToTheEnd()).startsWith("HTTP/1.1 200 ").contains("completed");
        }
    }

    @Test
    void head_is_answered_without_a_stream() throws IOException {
        var job = alice.submit("a -> b");
        for (var path : new String[] {"/events", "/job/" + job + "/events"}) {
            try (var client = new RawClient(server.port())) {
                client.say(ask("HEAD", path, "Accept: */*"));

                assertThat(client.hearUntil("\r\n\r\n"))
                        .startsWith("HTTP/1.1 200 ")
                        .containsIgnoringCase("content-type: text/event-stream\r\n");

                client.say(ask("HEAD", "/events", "Connection: close"));
                assertThat(client.hearToTheEnd()).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\n");
            }
        }
        assertThat(streams()).isZero();
    }

    @Test
    void whoever_asks_here_gets_a_stream_whatever_they_say_to_accept() throws IOException {
        try (var client = new RawClient(server.port())) {
            client.say(ask("GET", "/events", "Accept: application/json"));

            assertThat(client.hearUntil("retry:1000\n\n"))
                    .containsIgnoringCase("content-type: text/event-stream\r\n");
        }
    }

    @Test
    void who_takes_nothing_is_given_up() throws Exception {
        server.generator.thenHang();
        var job = alice.submit("a -> b");
        server.generator.awaitBegun();
        var running =
                server.jobs.store().find(new JobId(UUID.fromString(job)), Jobs.ALICE).orElseThrow();
        var large =
                new CanvasDesign(
                        "Large",
                        IntStream.range(0, 200)
                                .mapToObj(n -> box("box-" + n, Outline.RECTANGLE, n, n, "Box"))
                                .toList());
        try (var reads = alice.listen("/events", null);
                var doesNot = new Socket()) {
            reads.await("status");
            doesNot.setReceiveBufferSize(1_024);
            doesNot.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
            doesNot.getOutputStream()
                    .write(
                            ask("GET", "/events", "Accept: */*")
                                    .getBytes(StandardCharsets.ISO_8859_1));
            await().until(() -> streams() == 2);

            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(1))
                    .until(
                            () -> {
                                server.jobs.progress().show(running, large);
                                return streams() == 1;
                            });

            server.generator.release();
            assertThat(reads.await("completed").data().path("job_id").asText()).isEqualTo(job);
        }
    }

    private int streams() {
        return alice.text("/metrics")
                .lines()
                .filter(line -> line.startsWith("aijobs_stream_clients "))
                .mapToInt(line -> Integer.parseInt(line.split(" ", -1)[1]))
                .findFirst()
                .orElseThrow();
    }
}
