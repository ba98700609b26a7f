package dev.atelier.adapters.http.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.http.Reply;
import dev.atelier.adapters.http.TestServer;
import dev.atelier.application.port.in.JobDetails;
import dev.atelier.application.port.in.JobDetails.Attempt;
import dev.atelier.application.port.in.JobDetails.Estimate;
import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.in.JobDetails.Reason;
import dev.atelier.application.port.in.JobDetails.Waiting;
import dev.atelier.domain.job.AIJob;
import dev.atelier.testkit.Jobs;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.time.Duration;
import java.util.List;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JobRoutesTest {

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
    void a_running_job_shows_its_progress() {
        var job = Jobs.aRunningJob(Jobs.aWorker());
        var attempt = new Attempt(1, Jobs.NOON, null, Jobs.BY_A_MODEL, null);
        var progress = new Progress(40, "Drawing 6 of about 15 objects");
        server.application.add(new JobDetails(job, progress, null, List.of(attempt)));

        var reply = show(job);
        var shown = reply.json().path("job");

        assertThat(shown.path("id").asText()).isEqualTo(job.id().toString());
        assertThat(shown.path("user_id").asText()).isEqualTo("alice");
        assertThat(shown.path("job_type").asText()).isEqualTo("create_canvas");
        assertThat(shown.path("status").asText()).isEqualTo("processing");
        assertThat(shown.path("progress").asInt()).isEqualTo(40);
        assertThat(shown.path("progress_message").asText()).startsWith("Drawing 6");
        assertThat(shown.path("request_data").path("colorScheme").asText()).isEqualTo("default");
        assertThat(shown.path("started_at").asText()).isEqualTo("2026-11-23T12:00:00.000001Z");
        assertThat(shown.path("completed_at").isNull()).isTrue();
        assertThat(shown.path("result_data").isNull()).isTrue();
        assertThat(shown.path("attempts").get(0).path("provider").asText()).isEqualTo("openai");
        assertThat(shown.path("usage").path("input_tokens").asInt()).isEqualTo(1200);
        assertThat(reply.header("cache-control")).isEqualTo("no-store");
        assertThat(reply.header("retry-after")).isEqualTo("2");
    }

    @Test
    void a_waiting_job_says_what_it_waits_for() {
        var running = Jobs.aRunningJob(Jobs.aWorker());
        var due = Jobs.NOON.plus(Duration.ofSeconds(30));
        var job = Jobs.requeue(running, due, Jobs.NOON).job();
        var waiting = new Waiting(Reason.RETRY_BACKOFF, due, null, new Estimate(due, due));
        var attempt = new Attempt(1, Jobs.NOON, Jobs.NOON, null, Jobs.OVERLOADED.message());
        server.application.add(new JobDetails(job, null, waiting, List.of(attempt)));

        var reply = show(job);
        var shown = reply.json().path("job");

        assertThat(shown.path("status").asText()).isEqualTo("queued");
        assertThat(shown.path("waiting").path("reason").asText()).isEqualTo("retry_backoff");
        assertThat(shown.path("waiting").path("estimated_start_at").path("p50").asText())
                .isEqualTo(due.toString());
        assertThat(shown.path("next_processing_at").asText()).isEqualTo(due.toString());
        assertThat(shown.path("error_message").asText()).isEqualTo(Jobs.OVERLOADED.message());
        assertThat(shown.path("retry_count").asInt()).isEqualTo(1);
        assertThat(reply.header("retry-after")).isEqualTo("30");
    }

    @Test
    void a_job_that_nobody_can_be_asked_for_says_so() {
        var until = Jobs.NOON.plusSeconds(30);
        var waiting = new Waiting(Reason.PROVIDER_PAUSED, until, 0, new Estimate(until, until));
        var job = Jobs.aQueuedJob();
        server.application.add(new JobDetails(job, null, waiting, List.of()));

        var shown = show(job).json().path("job");

        assertThat(shown.path("status").asText()).isEqualTo("queued");
        assertThat(shown.path("queue_position").asInt()).isZero();
        assertThat(shown.path("waiting").path("reason").asText()).isEqualTo("provider_paused");
        assertThat(shown.path("waiting").path("until").asText()).isEqualTo(until.toString());
    }

    @Test
    void a_poll_that_tells_nothing_new_is_a_304() {
        var job = server.application.add(Jobs.aCompletedJob());
        var first = show(job);
        var tag = first.header("etag");

        var second =
                server.send(
                        server.request("/job/" + job.id() + "/status", alice)
                                .header("If-None-Match", "\"other\", W/" + tag));

        assertThat(first.header("retry-after")).isEmpty();
        assertThat(first.json().path("job").path("result_data").path("objects")).hasSize(3);
        assertThat(second.status()).isEqualTo(304);
        assertThat(second.header("etag")).isEqualTo(tag);
        assertThat(second.text()).isEmpty();
    }

    @Test
    void a_completed_job_has_a_result() {
        var job = server.application.add(Jobs.aCompletedJob());

        var result = server.get("/job/" + job.id() + "/result", alice).json().path("result");

        assertThat(result.path("success").asBoolean()).isTrue();
        assertThat(result.path("canvas_id").asText()).isEqualTo(job.id().toString());
        assertThat(result.path("request_id").asText()).isEqualTo(job.id().toString());
        assertThat(result.path("message").asText()).isEqualTo("Successfully created 3 objects");
        var box = result.path("objects").get(0);
        assertThat(box.path("object_type").asText()).isEqualTo("rectangle");
        assertThat(box.path("z_index").asInt()).isZero();
        assertThat(box.path("created_by").asText()).isEqualTo("alice");
        assertThat(box.path("properties").path("strokeWidth").asDouble()).isEqualTo(2);
        assertThat(box.path("properties").path("text").asText()).isEqualTo("Start");
        var arrow = result.path("objects").get(2).path("properties");
        assertThat(arrow.path("points")).hasToString("[0.0,0.0,0.0,100.0]");
        assertThat(arrow.path("from").asText()).isEqualTo("start");
    }

    @Test
    void a_job_that_has_not_completed_has_no_result() {
        var failed = server.application.add(Jobs.aFailedJob());

        var reply = server.get("/job/" + failed.id() + "/result", alice);

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.json().path("error").asText()).isEqualTo("Job not completed");
        assertThat(reply.json().path("job_status").asText()).isEqualTo("failed");
    }

    @Test
    void a_queued_job_can_be_cancelled_and_an_ended_one_cannot() {
        var queued = server.application.add(Jobs.aQueuedJob());
        var completed = server.application.add(Jobs.aCompletedJob());

        var good = server.post("/job/" + queued.id() + "/cancel", alice);
        var bad = server.post("/job/" + completed.id() + "/cancel", alice);

        assertThat(good.json().path("message").asText()).isEqualTo("Job cancelled successfully");
        assertThat(bad.status()).isEqualTo(409);
        assertThat(bad.json().path("job_status").asText()).isEqualTo("completed");
    }

    @Test
    void a_failed_job_can_be_retried_and_a_queued_one_cannot() {
        var failed = server.application.add(Jobs.aFailedJob());

        var good = server.post("/job/" + failed.id() + "/retry", alice);
        var bad = server.post("/job/" + failed.id() + "/retry", alice);

        assertThat(good.json().path("message").asText()).isEqualTo("Job retry started");
        assertThat(bad.status()).isEqualTo(409);
    }

    @Test
    void an_ended_job_can_be_deleted_once_and_a_running_one_cannot() {
        var ended = server.application.add(Jobs.aCancelledJob());
        var running = server.application.add(Jobs.aRunningJob(Jobs.aWorker()));

        assertThat(server.delete("/job/" + ended.id(), alice).status()).isEqualTo(204);
        assertThat(server.delete("/job/" + ended.id(), alice).status()).isEqualTo(404);
        assertThat(server.delete("/job/" + running.id(), alice).status()).isEqualTo(409);
    }

    private Reply show(AIJob job) {
        return server.get("/job/" + job.id() + "/status", alice);
    }
}
