package dev.atelier.adapters.http.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.adapters.http.RawClient;
import dev.atelier.adapters.http.TestSettings;
import dev.atelier.adapters.http.limits.RateLimit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;

/// Requests whose answer is held back until their job ends.
final class WaitingRequestsTest {

    private static final String CREATE = "/api/ai-agent/create-canvas";
    private static final String BODY = "{\"instructions\":\"a -> b\"}";
    private static final String ALIVE =
            RawClient.lines("GET /api/ai-agent/health/live HTTP/1.1", "Host: localhost", "");
    private static final String END_OF_RESULT = "}]}}";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LiveServer server =
            new LiveServer(TestSettings.creatingAtMost(RateLimit.parse("100000/minute")));
    private final SseClient alice = new SseClient(server.port(), "alice");

    @AfterEach
    void stop() {
        alice.close();
        server.close();
    }

    @Test
    void a_client_that_closes_frees_its_wait_and_the_job_goes_on() throws Exception {
        server.generator.thenHang();
        waiting().close();

        assertFreed(1);
        assertTheJobGoesOn();
    }

    @Test
    void a_client_that_resets_frees_its_wait_and_the_job_goes_on() throws Exception {
        server.generator.thenHang();
        waiting().reset();

        assertFreed(1);
        assertTheJobGoesOn();
    }

    @Test
    void a_client_that_closes_its_half_is_taken_as_one_that_has_left() throws Exception {
        server.generator.thenHang();
        try (var client = waiting().finish()) {
            assertThat(client.hearToTheEnd()).isEmpty();
        }
        assertFreed(1);
        assertTheJobGoesOn();
    }

    @Test
    void a_client_that_closes_its_half_is_answered_if_the_job_has_ended() throws Exception {
        try (var first = say(create());
                var again = say(create())) {
            first.hearUntil(END_OF_RESULT);

            assertAnswered(again.finish().hearToTheEnd());
        }
    }

    @Test
    void the_old_endpoint_frees_its_wait_as_well() throws Exception {
        server.generator.thenHang();
        var client = say(create(CREATE + "/sync"));
        awaitWaiting(1);
        client.close();

        awaitWaiting(0);
        awaitMetric("route=\"" + CREATE + "/sync\",status=\"499\"} 1");
    }

    @Test
    void a_request_that_follows_during_the_wait_is_answered_after_it() throws Exception {
        server.generator.thenHang();
        try (var client = waiting()) {
            client.say(ALIVE);
            client.say(ALIVE);
            server.generator.release();

            assertAnswered(client.hearUntil(END_OF_RESULT));
            assertThat(client.hearUntil("alive\"}") + client.hearUntil("alive\"}"))
                    .satisfies(heard -> assertThat(RawClient.answersIn(heard)).isEqualTo(2));
        }
    }

    @Test
    void a_request_that_came_with_it_is_answered_after_it() throws Exception {
        server.generator.thenHang();
        try (var client = say(create() + ALIVE)) {
            awaitWaiting(1);
            server.generator.release();

            assertAnswered(client.hearUntil(END_OF_RESULT));
            assertThat(RawClient.statusOf(client.hearUntil("alive\"}"))).isEqualTo(200);
        }
    }

    @Test
    void a_connection_can_wait_again_and_again() throws Exception {
        server.generator.thenHang();
        try (var client = waiting()) {
            server.generator.release();
            assertAnswered(client.hearUntil(END_OF_RESULT));
            assertThat(RawClient.statusOf(client.say(ALIVE).hearUntil("alive\"}"))).isEqualTo(200);
            assertAnswered(client.say(create()).hearUntil(END_OF_RESULT));
        }
        awaitWaiting(0);
    }

    @Test
    void a_connection_that_has_waited_is_closed_when_the_server_stops() throws Exception {
        try (var client = say(create())) {
            client.hearUntil(END_OF_RESULT);

            server.stopListening();

            assertThat(client.hearToTheEnd()).isEmpty();
        }
    }

    @Test
    void two_thousand_wait_at_once_on_few_threads_and_all_are_answered() throws Exception {
        server.generator.thenHang().thenHang().thenHang();
        var threads = ManagementFactory.getThreadMXBean();
        var before = threads.getThreadCount();
        var clients = new ArrayList<RawClient>();
        for (int n = 0; n < 2000; n++) {
            clients.add(say(create(CREATE, "job-" + n % 200, "Connection: close")));
        }
        awaitWaiting(2000);
        assertThat(threads.getThreadCount() - before).as("platform threads").isLessThan(50);

        server.generator.release();

        for (var client : clients) {
            assertAnswered(client.hearToTheEnd());
            client.close();
        }
        awaitWaiting(0);
        assertThat(server.generator.briefs()).hasSize(200);
    }

    /// A client that waits for a job, which does not end.
    private RawClient waiting() throws IOException {
        var client = say(create());
        awaitWaiting(1);
        return client;
    }

    /// To come back under the same key is to wait for the same job.
    private void assertTheJobGoesOn() throws IOException {
        try (var again = waiting()) {
            server.generator.release();

            assertAnswered(again.hearUntil(END_OF_RESULT));
            assertThat(server.generator.briefs()).hasSize(1);
        }
    }

    /// The wait is over, and so is the request with its thread.
    private void assertFreed(int requests) {
        awaitWaiting(0);
        awaitMetric("route=\"" + CREATE + "\",status=\"499\"} " + requests);
    }

    private static void assertAnswered(String heard) {
        assertThat(RawClient.statusOf(heard)).as(heard).isEqualTo(200);
        assertThat(heard).contains("Preference-Applied: wait=60", "\"object_type\":");
    }

    private void awaitWaiting(int requests) {
        awaitMetric("aijobs_waiting_requests " + requests + "\n");
    }

    private void awaitMetric(String line) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(alice.text("/metrics")).contains(line));
    }

    private RawClient say(String request) throws IOException {
        return new RawClient(server.port()).say(request);
    }

    private String create() {
        return create(CREATE);
    }

    private String create(String path) {
        return create(path, "the-key", "Connection: keep-alive");
    }

    private String create(String path, String key, String connection) {
        var head =
                RawClient.lines(
                        "POST " + path + " HTTP/1.1",
                        "Host: localhost",
                        "Authorization: Bearer " + alice.token(),
                        "Content-Type: application/json",
                        "Content-Length: " + BODY.length(),
                        "Prefer: wait=60",
                        "Idempotency-Key: " + key,
                        connection,
                        "");
        return head + BODY;
    }
}
