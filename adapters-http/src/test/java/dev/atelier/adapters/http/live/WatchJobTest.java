package dev.atelier.adapters.http.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.http.TestSettings;
import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobId;
import dev.atelier.testkit.Designs;
import dev.atelier.testkit.Jobs;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.UUID;

final class WatchJobTest {

    private final LiveServer server = new LiveServer(TestSettings.listeningOn("127.0.0.1", 0));
    private final SseClient alice = new SseClient(server.port(), "alice");

    @AfterEach
    void stop() {
        alice.close();
        server.close();
    }

    private static String events(String job) {
        return "/job/" + job + "/events";
    }

    @Test
    void begins_with_the_job_as_it_stands_and_ends_after_its_last_move() throws Exception {
        server.generator.thenHang(new Progress(40, "Drawing 6 of about 15 objects"));
        var job = alice.submit("a -> b");
        server.generator.awaitBegun();

        try (var stream = alice.listen(events(job), null)) {
            assertThat(stream.status()).isEqualTo(200);
            assertThat(stream.header("content-type")).isEqualTo("text/event-stream");
            assertThat(stream.header("cache-control")).isEqualTo("no-cache, no-transform");
            assertThat(stream.header("x-accel-buffering")).isEqualTo("no");
            var first = stream.next();
            assertThat(first.name()).isEqualTo("status");
            assertThat(first.id()).isEqualTo("2");
            assertThat(first.data().path("status").asText()).isEqualTo("processing");

            server.generator.release();

            var last = stream.next();
            assertThat(last.name()).isEqualTo("completed");
            assertThat(last.id()).isEqualTo("3");
            assertThat(last.data().path("request_id").asText()).isEqualTo(job);
            assertThat(last.data().path("objects")).isNotEmpty();
            assertThat(stream.any()).isEqualTo(SseClient.Event.END);
        }
    }

    @Test
    void tells_progress_and_drawings_without_an_id() throws Exception {
        server.generator.thenHang();
        var job = alice.submit("a -> b");
        server.generator.awaitBegun();
        try (var stream = alice.listen(events(job), null)) {
            stream.await("status");
            var running = running(job);

            server.jobs.progress().show(running, new Progress(60, "Almost there"));
            server.jobs.progress().show(running, Designs.aFlow());

            var progress = stream.await("progress");
            assertThat(progress.id()).isNull();
            assertThat(progress.data().path("progress").asInt()).isEqualTo(60);
            assertThat(progress.data().path("message").asText()).isEqualTo("Almost there");
            var canvas = stream.await("canvas");
            assertThat(canvas.id()).isNull();
            assertThat(canvas.data().path("job_id").asText()).isEqualTo(job);
            assertThat(canvas.data().path("objects")).isNotEmpty();
        }
    }

    @Test
    void shows_a_late_comer_what_is_drawn_already() throws Exception {
        server.generator.thenHang();
        var job = alice.submit("a -> b");
        server.generator.awaitBegun();
        server.jobs.progress().show(running(job), Designs.aFlow());

        try (var stream = alice.listen(events(job), null)) {
            assertThat(stream.await("canvas").data().path("objects")).isNotEmpty();
        }
    }

    @Test
    void tells_a_failure_that_another_attempt_follows_and_a_cancellation() throws Exception {
        server.generator.thenHang().thenFail(Jobs.OVERLOADED);
        var job = alice.submit("a -> b");
        server.generator.awaitBegun();
        alice.post("/job/" + job + "/cancel", "");
        alice.post("/job/" + job + "/retry", "");

        try (var stream = alice.listen(events(job), "1")) {
            assertThat(stream.next().data().path("status").asText()).isEqualTo("processing");
            var cancelled = stream.next();
            assertThat(cancelled.name()).isEqualTo("cancelled");
            assertThat(cancelled.id()).isEqualTo("3");
            assertThat(stream.next().data().path("status").asText()).isEqualTo("queued");
            assertThat(stream.next().data().path("status").asText()).isEqualTo("processing");
            var failed = stream.next();
            assertThat(failed.name()).isEqualTo("failed");
            assertThat(failed.id()).isEqualTo("6");
            assertThat(failed.data().path("will_retry").asBoolean()).isTrue();
            assertThat(failed.data().path("error_message").asText())
                    .isEqualTo(Jobs.OVERLOADED.message());
            assertThat(failed.data().path("next_processing_at").isTextual()).isTrue();
        }
    }

    @Test
    void tells_a_failure_for_good_and_ends() throws Exception {
        server.generator.thenFail(Jobs.REFUSED);
        var job = alice.submit("a -> b");

        try (var stream = alice.listen(events(job), "1")) {
            var rest = stream.rest();

            assertThat(rest).extracting(SseClient.Event::id).containsExactly("2", "3");
            assertThat(rest.getLast().data().path("will_retry").asBoolean()).isFalse();
            assertThat(rest.getLast().data().path("next_processing_at").isNull()).isTrue();
        }
    }

    @Test
    void resumes_after_the_last_event_and_repeats_none() throws Exception {
        var job = ended();

        try (var stream = alice.listen(events(job), "2")) {
            assertThat(stream.rest()).extracting(SseClient.Event::id).containsExactly("3");
        }
    }

    @Test
    void shows_an_ended_job_with_its_end() throws Exception {
        var job = ended();

        try (var stream = alice.listen(events(job), null)) {
            assertThat(stream.rest())
                    .extracting(SseClient.Event::name)
                    .containsExactly("status", "completed");
        }
    }

    @Test
    void has_nothing_to_say_to_a_client_that_knows_the_end() throws Exception {
        var job = ended();

        try (var stream = alice.listen(events(job), "3")) {
            assertThat(stream.status()).isEqualTo(204);
        }
    }

    @Test
    void begins_anew_for_an_id_that_it_never_gave() throws Exception {
        var job = ended();

        for (var id : new String[] {"99", "-1", "abc", "hoi5wo9epw.hJDOHA0N"}) {
            try (var stream = alice.listen(events(job), id)) {
                assertThat(stream.next().name()).as(id).isEqualTo("status");
            }
        }
    }

    @Test
    void is_hidden_from_everybody_else() {
        var job = alice.submit("a -> b");

        try (var bob = new SseClient(server.port(), "bob");
                var stream = bob.listen(events(job), null)) {
            assertThat(stream.status()).isEqualTo(404);
        }
    }

    @Test
    void goes_on_with_the_job_when_the_watcher_is_gone() throws Exception {
        server.generator.thenHang();
        var job = alice.submit("a -> b");
        server.generator.awaitBegun();

        alice.listen(events(job), null).close();
        server.generator.release();

        try (var stream = alice.listen(events(job), "2")) {
            assertThat(stream.next().name()).isEqualTo("completed");
        }
    }

    @Test
    void ends_when_the_server_stops() throws Exception {
        server.generator.thenHang();
        var job = alice.submit("a -> b");
        server.generator.awaitBegun();
        try (var stream = alice.listen(events(job), null)) {
            stream.await("status");

            server.stopListening();

            assertThat(stream.rest()).isEmpty();
        }
    }

    private String ended() throws InterruptedException {
        var job = alice.submit("a -> b");
        try (var stream = alice.listen(events(job), "1")) {
            stream.await("completed");
        }
        return job;
    }

    private AIJob running(String job) {
        return server.jobs.store().find(new JobId(UUID.fromString(job)), Jobs.ALICE).orElseThrow();
    }
}
