package dev.atelier.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.bootstrap.e2e.Client.Answer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Clients that do not know whether they were heard, and so submit again: at once, elsewhere, or
/// after they gave up waiting.
final class OncePerKeyIT {

    private static final int CLIENTS = 100;

    @TempDir static Path home;

    private static Database database;
    private static SlowModel model;
    private static Node one;
    private static Node other;

    @BeforeAll
    static void start() {
        database = Database.start(home.resolve("postgres"));
        model = new SlowModel(0);
        one = Node.start(settings());
        other = Node.start(settings());
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
        model.close();
        database.close();
    }

    @Test
    void a_hundred_at_once_on_two_nodes_are_one_job_and_a_hundred_equal_answers() throws Exception {
        model.take(0);
        var here = one.client().as("many");
        var there = other.client().as("many");

        var answers = atOnce("order-7", here, there);

        assertThat(answers).extracting(Answer::status).containsOnly(202);
        assertThat(answers).extracting(Answer::body).containsOnly(answers.getFirst().body());
        assertThat(answers)
                .extracting(answer -> answer.header("location"))
                .containsOnly("/api/ai-agent/job/" + jobOf(answers.getFirst()) + "/status");
        assertThat(answers)
                .filteredOn(answer -> answer.header("idempotent-replayed").equals("true"))
                .hasSize(CLIENTS - 1);
        assertThat(jobs("many")).isEqualTo(1);

        Eventually.equal("completed", () -> here.status(jobOf(answers.getFirst())));
        assertThat(there.submitOnce("order-7", "a -> b").body())
                .isEqualTo(answers.getFirst().body());
    }

    @Test
    void another_body_under_the_key_is_refused_and_another_users_is_another_job() {
        var first = one.client().as("first").submitOnce("order-8", "a -> b");

        var changed = other.client().as("first").submitOnce("order-8", "a -> c");
        var second = other.client().as("second").submitOnce("order-8", "a -> b");

        assertThat(changed.status()).isEqualTo(422);
        assertThat(second.status()).isEqualTo(202);
        assertThat(second.header("idempotent-replayed")).isEmpty();
        assertThat(jobOf(second)).isNotEqualTo(jobOf(first));
        assertThat(jobs("first")).isEqualTo(1);
    }

    @Test
    void a_client_that_leaves_while_it_waits_frees_its_wait_and_finds_the_job_under_its_key()
            throws Exception {
        model.take(60_000);
        var user = one.client().as("leaver");
        try (var waiting = connection(user)) {
            submitAndWait(waiting, "order-9", user.token());
            awaitWaiting(1, user);
        }

        awaitWaiting(0, user);
        var job = jobOf(user.submitOnce("order-9", "a -> b"));
        Eventually.equal("processing", () -> user.status(job));
        assertThat(jobs("leaver")).isEqualTo(1);
        user.post("/job/" + job + "/cancel", "");
    }

    private static List<Answer> atOnce(String key, Client... clients) throws Exception {
        var ready = new CountDownLatch(CLIENTS);
        var answers = new ArrayList<Future<Answer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < CLIENTS; n++) {
                var client = clients[n % clients.length];
                answers.add(
                        threads.submit(
                                () -> {
                                    ready.countDown();
                                    ready.await();
                                    return client.submitOnce(key, "a -> b");
                                }));
            }
        }
        return answers.stream().map(Future::resultNow).toList();
    }

    private static Socket connection(Client user) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), user.address().getPort());
    }

    private static void submitAndWait(Socket socket, String key, String token) throws IOException {
        var request =
                """
                POST /api/ai-agent/create-canvas HTTP/1.1
                Host: 127.0.0.1
                Authorization: Bearer %s
                Content-Type: application/json
                Content-Length: 26
                Prefer: wait=60
                Idempotency-Key: %s

                {"instructions": "a -> b"}\
                """
                        .formatted(token, key)
                        .replace("\n", "\r\n");
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    private static void awaitWaiting(int requests, Client user) {
        Eventually.equal(
                true,
                () -> user.text("/metrics").contains("aijobs_waiting_requests " + requests + "\n"));
    }

    private static String jobOf(Answer answer) {
        return answer.body().path("job_id").asText();
    }

    private static long jobs(String user) {
        return database.count("select count(*) from ai_jobs where user_id = '" + user + "'");
    }

    private static Map<String, String> settings() {
        var settings = new HashMap<>(model.settings());
        settings.put("DATABASE_URL", database.url());
        settings.put("DATA_DIR", home.resolve("data").toString());
        settings.put("RATE_LIMIT_CREATE", "1000/minute");
        return settings;
    }
}
