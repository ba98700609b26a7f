package dev.atelier.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.atelier.bootstrap.e2e.TraceCollector.Told;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A job is one trace, and its lines in the log say which, on whatever node it is worked on.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TracesIT {

    private static final int JOBS = 6;
    private static final String CLIENT_SPAN = "b7ad6b7169203331";
    private static final List<String> STORY =
            List.of("POST /create-canvas", "attempt", "chat slow", "queue wait", "webhook");

    @TempDir static Path home;

    private final TraceCollector collector = new TraceCollector();
    private final SlowModel model = new SlowModel(700);
    private final Receiver receiver = Receiver.start();
    private Database database;
    private Node front;
    private Node back;
    private Client user;

    @BeforeAll
    void start() {
        database = Database.start(home.resolve("postgres"));
        front = Node.start(settings("front"));
        user = front.client().as("alice");
        back = Node.start(settings("back"));
        back.client();
    }

    @AfterAll
    void stop() {
        back.close();
        front.close();
        database.close();
        receiver.close();
        model.close();
        collector.close();
    }

    @Test
    void a_job_is_one_trace_over_all_nodes_and_its_lines_say_which() throws Exception {
        var jobs = new HashMap<String, String>();
        for (int n = 1; n <= JOBS; n++) {
            var trace = "0af7651916cd43dd8448eb211c80310" + n;
            jobs.put(trace, submit("00-" + trace + "-" + CLIENT_SPAN + "-01"));
        }

        for (var job : jobs.entrySet()) {
            Eventually.equal(STORY, () -> names(collector.of(job.getKey())));
            assertRightParents(collector.of(job.getKey()), job.getValue());
        }
        assertThat(collector.told.stream().map(Told::service).distinct()).contains("front", "back");
        assertThat(nodesOfEachTrace(jobs)).contains("back, front");
        assertWebhooksJoin(jobs);
        assertLinesTell(jobs);
    }

    private void assertRightParents(List<Told> story, String job) {
        var submit = named(story, "POST /create-canvas");
        var attempt = named(story, "attempt");
        assertThat(submit.parent()).isEqualTo(CLIENT_SPAN);
        assertThat(submit.service()).isEqualTo("front");
        assertThat(named(story, "queue wait").parent()).isEqualTo(submit.id());
        assertThat(attempt.parent()).isEqualTo(submit.id());
        assertThat(attempt.attribute("aijobs.job.id")).isEqualTo(job);
        assertThat(attempt.attribute("aijobs.attempt.outcome")).isEqualTo("completed");
        var chat = named(story, "chat slow");
        assertThat(chat.parent()).isEqualTo(attempt.id());
        assertThat(chat.service()).isEqualTo(attempt.service());
        assertThat(chat.attribute("gen_ai.provider.name")).isEqualTo("openai");
        assertThat(chat.attribute("gen_ai.request.model")).isEqualTo("slow");
        assertThat(named(story, "webhook").parent()).isEqualTo(submit.id());
        assertThat(story.toString()).doesNotContain("a -> b");
    }

    private String nodesOfEachTrace(Map<String, String> jobs) {
        return jobs.keySet().stream()
                .map(
                        trace ->
                                collector.of(trace).stream()
                                        .map(Told::service)
                                        .collect(Collectors.toCollection(TreeSet::new)))
                .map(nodes -> String.join(", ", nodes))
                .collect(Collectors.joining("; "));
    }

    private void assertWebhooksJoin(Map<String, String> jobs) {
        for (var message : receiver.messages) {
            var traceparent = message.headers().firstValue("traceparent").orElse("");
            var trace = traceparent.split("-", -1)[1];
            assertThat(message.body()).contains(String.valueOf(jobs.get(trace)));
            assertThat(traceparent).contains(named(collector.of(trace), "webhook").id());
        }
        assertThat(receiver.messages).hasSize(JOBS);
    }

    /// The token of a development server is told to people only.
    private void assertLinesTell(Map<String, String> jobs) throws JsonProcessingException {
        var lines = new ArrayList<JsonNode>();
        for (var line : (front.output() + "\n" + back.output()).split("\n", -1)) {
            lines.add(new ObjectMapper().readTree(line));
        }
        for (var job : jobs.entrySet()) {
            assertThat(lines)
                    .anySatisfy(
                            line -> {
                                assertThat(line.path("job_id").asText()).isEqualTo(job.getValue());
                                assertThat(line.path("trace_id").asText()).isEqualTo(job.getKey());
                                assertThat(line.path("user_id").asText()).isEqualTo("alice");
                                assertThat(line.path("request_id").asText()).isNotEmpty();
                                assertThat(line.path("status").asInt()).isEqualTo(202);
                            });
        }
        assertThat(front.output()).doesNotContain(user.token(), "eyJ");
    }

    @Test
    void a_submission_without_a_trace_begins_one() {
        var job = user.submit("c -> d");

        Eventually.equal(
                1L,
                () ->
                        collector.told.stream()
                                .filter(it -> it.span().getName().equals("attempt"))
                                .filter(it -> it.attribute("aijobs.job.id").equals(job))
                                .count());
        var trace =
                collector.told.stream()
                        .filter(it -> it.attribute("aijobs.job.id").equals(job))
                        .map(Told::trace)
                        .distinct()
                        .toList();
        assertThat(trace).hasSize(1);
        Eventually.equal(
                true, () -> names(collector.of(trace.getFirst())).contains(STORY.getFirst()));
        assertThat(named(collector.of(trace.getFirst()), STORY.getFirst()).parent()).isEmpty();
    }

    private String submit(String traceparent) {
        var answer =
                user.submitTraced(
                        traceparent,
                        """
                        {"instructions": "a -> b", "webhook_url": "http://localhost:%d/in"}
                        """
                                .formatted(receiver.port()));
        assertThat(answer.status()).isEqualTo(202);
        return answer.body().path("job_id").asText();
    }

    private static List<String> names(List<Told> story) {
        return story.stream().map(it -> it.span().getName()).sorted().toList();
    }

    private static Told named(List<Told> story, String name) {
        return story.stream()
                .filter(it -> it.span().getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, String> settings(String service) {
        var settings = new HashMap<>(model.settings());
        settings.put("DATABASE_URL", database.url());
        settings.put("DATA_DIR", home.resolve("data").toString());
        settings.put("MAX_CONCURRENT_JOBS", "1");
        settings.put("RATE_LIMIT_CREATE", "1000/minute");
        settings.put("WEBHOOK_ALLOW_PRIVATE", "true");
        settings.put("LOG_FORMAT", "json");
        settings.put("OTEL_EXPORTER_OTLP_ENDPOINT", collector.address());
        settings.put("OTEL_SERVICE_NAME", service);
        return settings;
    }
}
