package dev.atelier.adapters.http.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.http.TestServer;
import dev.atelier.domain.job.Spending;
import dev.atelier.testkit.Jobs;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;

/// What is asked about many jobs at once.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JobsTest {

    private TestServer server;
    private String alice;
    private String admin;

    @BeforeAll
    void start() {
        server = TestServer.start();
        alice = server.tokenOf("alice");
        admin = server.tokenOfAdmin();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void reset() {
        server.application.pages.clear();
        server.application.deletions.clear();
        server.application.spent = Spending.NONE;
        server.application.spentInTheHour = Spending.NONE;
    }

    @Test
    void lists_own_jobs_without_results() {
        server.application.add(Jobs.aCompletedJob());

        var body = server.get("/jobs", alice).json();

        assertThat(body.path("jobs").get(0).path("status").asText()).isEqualTo("completed");
        assertThat(body.path("jobs").get(0).path("result_data").isNull()).isTrue();
        assertThat(body.path("next_cursor").isNull()).isTrue();
        var asked = server.application.pages.getFirst();
        assertThat(asked.owner()).isEqualTo(Jobs.ALICE);
        assertThat(asked.limit()).isEqualTo(50);
    }

    @Test
    void the_cursor_of_one_page_leads_to_the_next() {
        var last = Jobs.aQueuedJob().id();
        server.application.nextPage = last;

        var cursor = server.get("/jobs", alice).json().path("next_cursor").asText();
        server.application.nextPage = null;
        server.get("/jobs?cursor=" + cursor, alice);

        assertThat(server.application.pages.getLast().after()).isEqualTo(last);
    }

    @Test
    void narrows_the_list() {
        server.get(
                "/jobs?limit=7&offset=3&status=queued&status=failed&job_type=create_canvas&tag=a%20b",
                alice);

        var asked = server.application.pages.getFirst();
        assertThat(asked.limit()).isEqualTo(7);
        assertThat(asked.offset()).isEqualTo(3);
        assertThat(asked.statuses()).containsExactlyInAnyOrder("queued", "failed");
        assertThat(asked.jobType()).isEqualTo("create_canvas");
        assertThat(asked.tag()).isEqualTo("a b");
    }

    @Test
    void lists_the_jobs_of_one_type() {
        server.get("/jobs?job_type=modify_canvas", alice);

        assertThat(server.application.pages.getFirst().jobType()).isEqualTo("modify_canvas");
    }

    @ParameterizedTest
    @CsvSource({
        "limit, limit=0",
        "limit, limit=101",
        "limit, limit=ten",
        "offset, offset=-1",
        "offset, offset=10001",
        "status, status=done",
        "job_type, job_type=paint",
        "cursor, cursor=nonsense",
        "cursor, cursor=%00",
        "offset, cursor=AZqvPmwAcACAAAAAAAAAAQ&offset=1",
        "tag, tag=%00",
    })
    void names_a_parameter_that_is_wrong(String name, String query) {
        var reply = server.get("/jobs?" + query, alice);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.details(name)).as(reply.text()).hasSize(1);
    }

    @Test
    void counts_own_jobs() {
        var stats = server.get("/jobs/stats", alice).json().path("stats");

        assertThat(stats.path("queued_jobs").asInt()).isEqualTo(1);
        assertThat(stats.path("p95_processing_seconds").asDouble()).isEqualTo(30);
        assertThat(stats.path("oldest_queued_seconds").isNull()).isTrue();
        var hour = stats.path("by_hour").get(0);
        assertThat(hour.path("completed").asInt()).isEqualTo(3);
        assertThat(hour.path("average_wait_seconds").asDouble()).isEqualTo(2.5);
        assertThat(hour.path("average_processing_seconds").isNull()).isTrue();
        assertThat(hour.path("queued").asInt()).isEqualTo(7);
    }

    @Test
    void tells_what_was_spent_exactly_and_what_the_sum_lacks() {
        var hour = new Spending(5_000_000_000L, 7, new BigDecimal("0.000000075"), 1, 0);
        server.application.spentInTheHour = hour;
        server.application.spent = hour.plus(new Spending(1, 2, new BigDecimal("1E+1"), 1, 3));

        var stats = server.get("/jobs/stats", alice).json().path("stats");

        assertThat(stats.path("input_tokens").asLong()).isEqualTo(5_000_000_001L);
        assertThat(stats.path("output_tokens").asLong()).isEqualTo(9);
        assertThat(stats.path("unpriced_calls").asLong()).isEqualTo(3);
        var text = server.get("/jobs/stats", alice).text();
        assertThat(text)
                .contains("\"cost_usd\":10.000000075,\"unpriced_calls\":3,\"by_hour\"")
                .contains("\"output_tokens\":7,\"cost_usd\":0.000000075,\"unpriced_calls\":0}");
    }

    @Test
    void an_unknown_cost_is_null_and_never_zero() {
        server.application.spent = new Spending(1200, 340, BigDecimal.ZERO, 0, 1);

        var stats = server.get("/jobs/stats?scope=all", admin).json().path("stats");

        assertThat(stats.path("input_tokens").asLong()).isEqualTo(1200);
        assertThat(stats.path("cost_usd").isNull()).isTrue();
        assertThat(stats.path("by_hour").get(0).path("cost_usd").isNull()).isTrue();
        assertThat(stats.path("unpriced_calls").asLong()).isEqualTo(1);
    }

    @Test
    void counts_everybodys_jobs_for_an_administrator_only() {
        var asUser = server.get("/jobs/stats?scope=all", alice);
        var asAdmin = server.get("/jobs/stats?scope=all", admin);

        assertThat(asUser.status()).isEqualTo(403);
        assertThat(asAdmin.json().path("stats").path("completed_jobs").asInt()).isEqualTo(1000);
        assertThat(asAdmin.json().path("stats").path("success_rate").asDouble()).isEqualTo(99.9);
        assertThat(server.get("/jobs/stats?scope=some", admin).status()).isEqualTo(400);
    }

    @Test
    void cleans_up_own_jobs() {
        assertThat(server.post("/jobs/cleanup", alice).json().path("deleted").asInt())
                .isEqualTo(12);
        server.post("/jobs/cleanup", alice, "{\"older_than_days\":1}");

        assertThat(server.application.deletions).containsExactly("alice PT168H", "alice PT24H");
    }

    @Test
    void cleans_up_everybodys_jobs_for_an_administrator_only() {
        var asUser = server.post("/jobs/cleanup", alice, "{\"scope\":\"all\"}");
        var asAdmin = server.post("/jobs/cleanup", admin, "{\"scope\":\"all\"}");

        assertThat(asUser.status()).isEqualTo(403);
        assertThat(asAdmin.json().path("deleted").asInt()).isEqualTo(120);
        assertThat(server.application.deletions).containsExactly("all PT168H");
    }
}
