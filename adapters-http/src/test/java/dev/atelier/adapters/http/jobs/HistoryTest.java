package dev.atelier.adapters.http.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.http.TestServer;
import dev.atelier.application.port.in.PastEvent;
import dev.atelier.testkit.Jobs;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.util.List;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoryTest {

    private TestServer server;
    private String alice;

    @BeforeAll
    void start() {
        server = TestServer.start();
        alice = server.tokenOf("alice");
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void tells_of_each_event_what_belongs_to_it_and_null_for_the_rest() {
        var worker = Jobs.aWorker();
        var started = Jobs.aQueuedJob().start(worker, Jobs.NOON);
        var job = server.application.add(started.job());
        var due = Jobs.NOON.plusSeconds(120);
        server.application.history =
                List.of(
                        PastEvent.of(started),
                        PastEvent.of(Jobs.requeue(job, due, Jobs.NOON)),
                        PastEvent.of(Jobs.completion(job, Jobs.NOON)));

        var reply = server.get("/job/" + job.id() + "/history", alice);

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.header("cache-control")).isEqualTo("no-store");
        var events = reply.json().path("events");
        var start = events.get(0);
        assertThat(start.path("version").asInt()).isEqualTo(2);
        assertThat(start.path("type").asText()).isEqualTo("started");
        assertThat(start.path("at").asText()).startsWith("2026-11-23T12:00:00");
        assertThat(start.path("worker").asText()).isEqualTo(worker.toString());
        assertThat(start.path("error").isNull()).isTrue();
        assertThat(start.path("calls")).isEmpty();
        var requeued = events.get(1);
        assertThat(requeued.path("due").asText()).startsWith("2026-11-23T12:02:00");
        assertThat(requeued.path("error").asText()).isEqualTo(Jobs.OVERLOADED.message());
        assertThat(requeued.path("error_kind").asText()).isEqualTo("transient");
        assertThat(requeued.path("calls").get(0).path("model").asText()).isEqualTo("a-model");
        var completed = events.get(2);
        assertThat(completed.path("canvas_id").asText()).isEqualTo(job.id().toString());
        assertThat(completed.path("canvas_version").asInt()).isEqualTo(1);
        assertThat(completed.path("object_count").asInt()).isPositive();
    }
}
