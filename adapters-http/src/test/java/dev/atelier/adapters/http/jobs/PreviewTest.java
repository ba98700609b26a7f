package dev.atelier.adapters.http.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.http.Reply;
import dev.atelier.adapters.http.TestServer;
import dev.atelier.domain.job.AIJob;
import dev.atelier.testkit.Designs;
import dev.atelier.testkit.Jobs;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.util.List;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreviewTest {

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
    void shows_what_a_running_job_has_drawn_so_far() {
        var job = running();
        server.application.hasDrawn(job, Designs.oneBox("Begin"));

        var reply = preview(job);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("cache-control")).isEqualTo("no-store");
        assertThat(reply.json().path("success").asBoolean()).isTrue();
        var canvas = reply.json().path("canvas");
        assertThat(canvas.path("title").asText()).isEqualTo("Begin");
        assertThat(canvas.path("objects")).hasSize(1);
        var box = canvas.path("objects").get(0);
        assertThat(box.path("id").asText()).isEqualTo("box");
        assertThat(box.path("type").asText()).isEqualTo("rectangle");
        assertThat(box.path("properties").path("text").asText()).isEqualTo("Begin");
    }

    @Test
    void shows_an_empty_canvas_while_a_running_job_has_drawn_nothing() {
        var reply = preview(running());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("canvas").path("title").isNull()).isTrue();
        assertThat(reply.json().path("canvas").path("objects").isArray()).isTrue();
        assertThat(reply.json().path("canvas").path("objects")).isEmpty();
    }

    @Test
    void is_a_304_until_the_job_draws_on() {
        var job = running();
        server.application.hasDrawn(job, Designs.oneBox("Begin"));
        var tag = preview(job).header("etag");

        var same = since(tag, job);
        server.application.hasDrawn(job, Designs.aFlow());
        var more = since(tag, job);

        assertThat(same.status()).isEqualTo(304);
        assertThat(more.status()).isEqualTo(200);
        assertThat(more.json().path("canvas").path("objects")).hasSize(3);
    }

    @Test
    void is_refused_while_the_job_waits_and_once_it_has_ended() {
        var others =
                List.of(
                        Jobs.aQueuedJob(),
                        Jobs.aCompletedJob(),
                        Jobs.aFailedJob(),
                        Jobs.aCancelledJob());
        for (var job : others) {
            var reply = preview(server.application.add(job));

            assertThat(reply.status()).isEqualTo(409);
            assertThat(reply.json().path("error").asText()).isEqualTo("Job not running");
            assertThat(reply.json().path("job_id").asText()).isEqualTo(job.id().toString());
            assertThat(reply.json().path("job_status").asText()).isEqualTo(job.state().word());
        }
    }

    @Test
    void is_for_the_owner_only() {
        var job = running();
        server.application.hasDrawn(job, Designs.aFlow());

        var foreign = server.get("/job/" + job.id() + "/preview", server.tokenOf("bob"));

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.text()).doesNotContain("Login");
    }

    private AIJob running() {
        return server.application.add(Jobs.aRunningJob(Jobs.aWorker()));
    }

    private Reply preview(AIJob job) {
        return server.get("/job/" + job.id() + "/preview", alice);
    }

    private Reply since(String tag, AIJob job) {
        return server.send(
                server.request("/job/" + job.id() + "/preview", alice)
                        .header("If-None-Match", tag)
                        .GET());
    }
}
