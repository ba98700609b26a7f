package dev.atelier.adapters.http.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.http.TestServer;
import dev.atelier.application.port.in.PastEvent;
import dev.atelier.application.port.in.Supervision.CallRecord;
import dev.atelier.application.port.in.Supervision.ProviderStanding;
import dev.atelier.application.port.in.Supervision.WorkerStanding;
import dev.atelier.testkit.Jobs;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an administrator sees of everybody's.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdministrationTest {

    private TestServer server;
    private String root;

    @BeforeAll
    void start() {
        server = TestServer.start();
        root = server.tokenOfAdmin();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void reset() {
        server.administration.jobs.clear();
        server.administration.searches.clear();
        server.administration.nextPage = null;
    }

    @Test
    void lists_everybodys_jobs() {
        server.administration.add(Jobs.aCompletedJob());

        var body = server.get("/admin/jobs", root).json();

        assertThat(body.path("success").asBoolean()).isTrue();
        assertThat(body.path("jobs").get(0).path("user_id").asText()).isEqualTo("alice");
        assertThat(body.path("jobs").get(0).path("status").asText()).isEqualTo("completed");
        assertThat(body.path("next_cursor").isNull()).isTrue();
        var asked = server.administration.searches.getFirst();
        assertThat(asked.limit()).isEqualTo(50);
        assertThat(asked.owner()).isNull();
    }

    @Test
    void narrows_the_list_and_goes_on_behind_the_cursor() {
        var last = Jobs.aQueuedJob().id();
        server.administration.nextPage = last;

        var cursor = server.get("/admin/jobs", root).json().path("next_cursor").asText();
        server.get(
                "/admin/jobs?limit=7&status=queued&status=failed&job_type=modify_canvas"
                        + "&user_id=bob&tag=a%20b&cursor="
                        + cursor,
                root);

        var asked = server.administration.searches.getLast();
        assertThat(asked.limit()).isEqualTo(7);
        assertThat(asked.statuses()).containsExactlyInAnyOrder("queued", "failed");
        assertThat(asked.jobType()).isEqualTo("modify_canvas");
        assertThat(asked.owner()).isEqualTo(Jobs.BOB);
        assertThat(asked.tag()).isEqualTo("a b");
        assertThat(asked.after()).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({
        "limit, limit=101",
        "status, status=done",
        "job_type, job_type=paint",
        "user_id, user_id=%00",
        "tag, tag=%00",
        "cursor, cursor=nonsense",
    })
    void names_a_parameter_that_is_wrong(String name, String query) {
        var reply = server.get("/admin/jobs?" + query, root);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.details(name)).hasSize(1);
    }

    @Test
    void shows_a_job_of_anybody_and_what_happened_to_it() {
        var submission = Jobs.submission();
        var job = server.administration.add(submission.job());
        server.administration.history.add(PastEvent.of(submission));

        var shown = server.get("/admin/job/" + job.id(), root);
        var history = server.get("/admin/job/" + job.id() + "/history", root);

        assertThat(shown.json().path("job").path("id").asText()).isEqualTo(job.id().toString());
        assertThat(shown.header("cache-control")).isEqualTo("no-store");
        assertThat(history.json().path("events").get(0).path("type").asText()).isEqualTo("queued");
        var lost = Jobs.aQueuedJob().id();
        assertThat(server.get("/admin/job/" + lost, root).status()).isEqualTo(404);
        assertThat(server.get("/admin/job/" + lost + "/history", root).status()).isEqualTo(404);
    }

    @Test
    void lists_workers() {
        var id = Jobs.aWorker();
        var beat = Jobs.NOON.plusSeconds(9);
        server.administration.workers.add(new WorkerStanding(id, 3, 2, Jobs.NOON, beat));

        var worker = server.get("/admin/workers", root).json().path("workers").get(0);

        assertThat(worker.path("id").asText()).isEqualTo(id.toString());
        assertThat(worker.path("slots").asInt()).isEqualTo(3);
        assertThat(worker.path("running").asInt()).isEqualTo(2);
        assertThat(worker.path("started_at").asText()).startsWith("2026-11-23T12:00:00");
        assertThat(worker.path("heartbeat_at").asText()).startsWith("2026-11-23T12:00:09");
    }

    @Test
    void lists_providers_with_how_they_did() {
        var until = Jobs.NOON.plusSeconds(30);
        var record = new CallRecord(5, 2, 1.25, "overloaded", Jobs.NOON);
        server.administration.providers.add(
                new ProviderStanding("openai", "gpt", true, until, record));
        server.administration.providers.add(
                new ProviderStanding("offline", null, false, null, CallRecord.NONE));

        var providers = server.get("/admin/providers", root).json().path("providers");

        var first = providers.get(0);
        assertThat(first.path("model").asText()).isEqualTo("gpt");
        assertThat(first.path("current").asBoolean()).isTrue();
        assertThat(first.path("paused_until").asText()).startsWith("2026-11-23T12:00:30");
        assertThat(first.path("last_hour").path("calls").asInt()).isEqualTo(5);
        assertThat(first.path("last_hour").path("failures").asInt()).isEqualTo(2);
        assertThat(first.path("last_hour").path("median_duration_seconds").asDouble())
                .isEqualTo(1.25);
        assertThat(first.path("last_hour").path("last_error").asText()).isEqualTo("overloaded");
        assertThat(first.path("last_hour").path("last_error_at").asText())
                .startsWith("2026-11-23T12:00:00");
        var second = providers.get(1);
        assertThat(second.path("model").isNull()).isTrue();
        assertThat(second.path("last_hour").path("median_duration_seconds").isNull()).isTrue();
    }
}
