package dev.atelier.adapters.http.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.http.Reply;
import dev.atelier.adapters.http.TestServer;
import dev.atelier.domain.job.UserId;
import dev.atelier.testkit.Jobs;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.Collections;

/// Retrying and cancelling in bulk.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MoveManyTest {

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
        server.administration.retries.clear();
        server.administration.cancellations.clear();
    }

    private Reply cancel(String body) {
        return server.post("/admin/jobs/cancel", root, body);
    }

    @Test
    void takes_every_filter_and_answers_with_what_became_of_it() {
        var id = Jobs.aQueuedJob().id();

        var reply =
                server.post(
                        "/admin/jobs/retry",
                        root,
                        """
                        {"status": ["failed"], "job_type": "create_canvas", "user_id": "bob",
                         "tag": "nightly", "created_before": "2026-11-23T13:00:00+01:00",
                         "job_ids": ["%s"], "limit": 7}
                        """
                                .formatted(id));

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.text())
                .isEqualTo("{\"success\":true,\"matched\":3,\"done\":2,\"more\":true}");
        var command = server.administration.retries.getFirst();
        assertThat(command.by()).isEqualTo(new UserId("root"));
        assertThat(command.limit()).isEqualTo(7);
        var which = command.which();
        assertThat(which.statuses()).containsExactly("failed");
        assertThat(which.jobType()).isEqualTo("create_canvas");
        assertThat(which.owner()).isEqualTo(Jobs.BOB);
        assertThat(which.tag()).isEqualTo("nightly");
        assertThat(which.createdBefore()).isEqualTo(Instant.parse("2026-11-23T12:00:00Z"));
        assertThat(which.ids()).containsExactly(id);
    }

    @Test
    void takes_a_hundred_at_most_unless_told_otherwise() {
        var reply = cancel("{\"user_id\": \"bob\"}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(server.administration.cancellations.getFirst().limit()).isEqualTo(100);
        assertThat(server.administration.cancellations.getFirst().which().statuses()).isEmpty();
    }

    @Test
    void does_not_cancel_the_world_for_want_of_a_filter() {
        for (var body : new String[] {"{}", "{\"limit\": 1000}", "{\"tag\": null}"}) {
            var reply = cancel(body);

            assertThat(reply.status()).as(body).isEqualTo(400);
            assertThat(reply.details("filter"))
                    .singleElement()
                    .asString()
                    .contains("status, job_type, user_id, tag, created_before and job_ids");
        }
        assertThat(server.post("/admin/jobs/cancel", root).status()).isEqualTo(400);
        assertThat(server.administration.cancellations).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    status         | {"status": ["completed"]}
                    status         | {"status": ["failed"]}
                    status         | {"status": []}
                    status         | {"status": "queued"}
                    job_type       | {"job_type": "paint"}
                    user_id        | {"user_id": ""}
                    tag            | {"tag": ""}
                    created_before | {"created_before": "yesterday"}
                    job_ids        | {"job_ids": []}
                    job_ids        | {"job_ids": ["1-1-1-1-1"]}
                    limit          | {"tag": "x", "limit": 0}
                    limit          | {"tag": "x", "limit": 1001}
                    state          | {"tag": "x", "state": "queued"}
                    """)
    void names_the_wrong_member(String member, String body) {
        var reply = cancel(body);

        assertThat(reply.status()).as(body).isEqualTo(400);
        assertThat(reply.json().path("details").fieldNames())
                .toIterable()
                .as(reply.text())
                .containsExactly(member);
        assertThat(server.administration.cancellations).isEmpty();
    }

    @Test
    void takes_a_thousand_ids_and_not_one_more() {
        var one = "\"" + Jobs.aQueuedJob().id() + "\"";

        assertThat(cancel(ids(one, 1000)).status()).isEqualTo(200);
        assertThat(cancel(ids(one, 1001)).details("job_ids")).hasSize(1);
    }

    private static String ids(String one, int times) {
        return "{\"job_ids\": [" + String.join(",", Collections.nCopies(times, one)) + "]}";
    }
}
