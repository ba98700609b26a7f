package dev.atelier.adapters.http.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.http.TestServer;
import dev.atelier.adapters.http.TestSettings;
import dev.atelier.adapters.http.security.TokenIssuer;
import dev.atelier.application.port.in.Distribution;
import dev.atelier.application.port.in.JobFlow;
import dev.atelier.application.port.in.JobFlow.Finish;
import dev.atelier.application.port.in.ServiceQueries.Health;
import dev.atelier.application.port.out.Models.Model;
import dev.atelier.application.port.out.StoreLoad.Load;
import dev.atelier.testkit.Jobs;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServiceRoutesTest {

    private static final Health NO_DATABASE =
            new Health(
                    "connection to db.internal refused",
                    true,
                    0,
                    3,
                    5,
                    new Model("offline", null, true),
                    0,
                    0,
                    false);

    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void reset() {
        server.health = TestServer.WELL;
    }

    @Test
    void a_page_learns_how_to_sign_in_before_anybody_has() {
        var reply = server.get("/config", "");

        assertThat(reply.header("cache-control")).isEqualTo("no-store");
        assertThat(reply.text())
                .isEqualTo(
                        "{\"success\":true,\"auth\":{\"kind\":\"development\"},"
                                + "\"limits\":{\"max_instructions\":1000}}");
        assertThat(signInWith(firebase("AIza")))
                .isEqualTo(
                        "{\"kind\":\"firebase\",\"project_id\":\"shop\",\"api_key\":\"AIza\","
                                + "\"auth_domain\":\"shop.firebaseapp.com\"}");
        assertThat(signInWith(firebase(null))).contains("\"api_key\":null");
        assertThat(signInWith(new TokenIssuer.FirebaseEmulator("demo", "localhost:9099")))
                .isEqualTo(
                        "{\"kind\":\"firebase_emulator\",\"project_id\":\"demo\","
                                + "\"host\":\"localhost:9099\"}");
    }

    private static TokenIssuer firebase(@Nullable String apiKey) {
        return new TokenIssuer.Firebase(
                "shop",
                URI.create("http://127.0.0.1:1/keys"),
                new TokenIssuer.Page(apiKey, "shop.firebaseapp.com"));
    }

    private static String signInWith(TokenIssuer issuer) {
        try (var other = TestServer.start(TestSettings.trusting(issuer))) {
            return other.get("/config", "").json().path("auth").toString();
        }
    }

    @Test
    void health_has_the_shape_that_clients_know() {
        var reply = server.get("/health", "");
        var body = reply.json();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(body.path("status").asText()).isEqualTo("healthy");
        assertThat(body.path("database").asText()).isEqualTo("connected");
        assertThat(body.path("job_processor"))
                .hasToString(
                        "{\"running\":true,\"active_jobs\":1,\"max_concurrent_jobs\":3,"
                                + "\"processing_interval\":5}");
        assertThat(body.path("ai_provider").path("name").asText()).isEqualTo("offline");
        assertThat(body.path("ai_provider").path("status").asText()).isEqualTo("available");
        assertThat(body.path("resources").path("heap_used_mb").asInt()).isPositive();
        assertThat(body.path("resources").path("uptime_seconds").isIntegralNumber()).isTrue();
        assertThat(body.path("workers").asInt()).isEqualTo(1);
        assertThat(body.path("queued_jobs").asInt()).isEqualTo(2);
        assertThat(body.path("timestamp").asText()).startsWith("2026-11-23T12:00:00");
    }

    @Test
    void health_names_what_fails_and_no_host() {
        server.health = NO_DATABASE;

        var reply = server.get("/health", "");

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.json().path("status").asText()).isEqualTo("unhealthy");
        assertThat(reply.json().path("database").asText()).isEqualTo("disconnected");
        assertThat(reply.json().path("failing")).hasToString("[\"database\"]");
        assertThat(reply.text()).doesNotContain("db.internal");
    }

    @Test
    void a_process_without_a_database_lives_and_is_not_ready() {
        assertThat(server.get("/health/ready", "").status()).isEqualTo(200);
        server.health = NO_DATABASE;

        assertThat(server.get("/health/live", "").status()).isEqualTo(200);
        assertThat(server.get("/health/ready", "").status()).isEqualTo(503);
    }

    @Test
    void models_are_listed() {
        var models = server.get("/models", server.tokenOf("alice")).json().path("models");

        assertThat(models.get(0))
                .hasToString(
                        "{\"provider\":\"openai\",\"model\":\"gpt-5\",\"current\":false,"
                                + "\"paused_until\":\"2026-11-23T12:00:30.000001Z\"}");
        assertThat(models.get(1).path("model").isNull()).isTrue();
        assertThat(models.get(1).path("paused_until").isNull()).isTrue();
    }

    @Test
    void a_provider_that_wants_to_be_left_alone_is_told_and_makes_nobody_ill() {
        var paused = new Model("openai", "gpt-5", true, Jobs.NOON.plusSeconds(30));
        server.health = new Health(null, true, 0, 3, 5, paused, 1, 0, false);

        var reply = server.get("/health", "");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("ai_provider"))
                .hasToString("{\"name\":\"openai\",\"model\":\"gpt-5\",\"status\":\"paused\"}");
        assertThat(server.get("/health/ready", "").status()).isEqualTo(200);
    }

    @Test
    void metrics_count_jobs_and_requests() {
        server.get("/health/live", "");

        var reply = server.get("/metrics", "");

        assertThat(reply.header("content-type")).startsWith("text/plain; version=0.0.4");
        assertThat(reply.text().lines())
                .contains(
                        "# TYPE aijobs_queue_depth gauge",
                        "aijobs_queue_depth 1",
                        "aijobs_jobs{status=\"completed\"} 1000",
                        "aijobs_database_up 1")
                .anyMatch(
                        line ->
                                line.startsWith(
                                        "aijobs_http_request_seconds_count{method=\"GET\","
                                                + "route=\"/api/ai-agent/health/live\","
                                                + "status=\"200\"} "))
                .allMatch(line -> line.startsWith("# ") || line.matches("\\w+(\\{.*})? [0-9.E-]+"));
    }

    @Test
    void metrics_go_on_without_a_database() {
        server.health = NO_DATABASE;

        var text = server.get("/metrics", "").text();

        assertThat(text)
                .contains("aijobs_database_up 0", "aijobs_running 0", "jvm_threads_current ")
                .doesNotContain("aijobs_queue_depth");
    }

    @Test
    void metrics_tell_how_jobs_flow_and_how_hard_the_database_is_worked() {
        server.jobFlow =
                new JobFlow(
                        Map.of("create_canvas", 9L),
                        Map.of(
                                new Finish("create_canvas", "failed"), 1L,
                                new Finish("create_canvas", "completed"), 7L));
        var batches = new Distribution(List.of(1.0, 2.0), List.of(3L, 4L, 5L), 40);
        server.load = new Load(4, 10, 2, Map.of("submissions", batches));
        server.messagesOverdue = Duration.ofMillis(61_500);

        assertThat(server.get("/metrics", "").text().lines())
                .contains(
                        "aijobs_jobs_created_total{type=\"create_canvas\"} 9",
                        "aijobs_jobs_finished_total{type=\"create_canvas\",outcome=\"completed\"}"
                                + " 7",
                        "aijobs_jobs_finished_total{type=\"create_canvas\",outcome=\"failed\"} 1",
                        "aijobs_database_connections_in_use 4",
                        "aijobs_database_connections_max 10",
                        "aijobs_database_connections_waiting 2",
                        "aijobs_commit_batch_size_bucket{kind=\"submissions\",le=\"2\"} 4",
                        "aijobs_commit_batch_size_count{kind=\"submissions\"} 5",
                        "aijobs_queue_oldest_age_seconds 0",
                        "aijobs_webhook_overdue_seconds 61.5");
    }

    @Test
    void metrics_tell_how_the_machine_fares() {
        var text = server.get("/metrics", "").text();

        for (var name :
                List.of(
                        "jvm_memory_used_bytes{area=\"heap\"}",
                        "jvm_memory_max_bytes{area=\"heap\"}",
                        "jvm_threads_current",
                        "process_cpu_seconds_total",
                        "process_start_time_seconds",
                        "process_uptime_seconds")) {
            assertThat(text.lines().filter(line -> line.startsWith(name + " ")).findFirst())
                    .as(name)
                    .hasValueSatisfying(
                            line ->
                                    assertThat(Double.parseDouble(line.replaceAll(".* ", "")))
                                            .isPositive());
        }
        assertThat(text).contains("jvm_gc_collection_seconds_count{gc=\"");
    }

    @Test
    void a_request_keeps_the_id_it_came_with_if_that_is_sane() {
        var sane = server.request("/health/live", "").header("X-Request-ID", "abc-1").GET();
        var strange = server.request("/health/live", "").header("X-Request-ID", "a b").GET();

        assertThat(server.send(sane).header("x-request-id")).isEqualTo("abc-1");
        assertThat(server.send(strange).header("x-request-id")).hasSize(36);
    }

    @Test
    void head_tells_what_get_would_without_the_body() {
        var head = server.request("/health/live", "").method("HEAD", BodyPublishers.noBody());
        var reply = server.send(head);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).isEmpty();
        assertThat(reply.header("content-length"))
                .isEqualTo(server.get("/health/live", "").header("content-length"));
    }

    @Test
    void problems_name_the_request() {
        var body = server.get("/nothing?token=secret", "").json();

        assertThat(body.path("type").asText()).isEqualTo("about:blank");
        assertThat(body.path("title").asText()).isEqualTo("Not Found");
        assertThat(body.path("status").asInt()).isEqualTo(404);
        assertThat(body.path("instance").asText()).isEqualTo("/api/ai-agent/nothing");
        assertThat(body.path("request_id").asText()).hasSize(36);
    }
}
