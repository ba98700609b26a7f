package dev.atelier.adapters.http.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.http.TestServer;
import dev.atelier.application.measure.Histogram;
import dev.atelier.application.port.in.Distribution;
import dev.atelier.application.port.in.WorkDone;
import dev.atelier.application.port.in.WorkDone.Calls;
import dev.atelier.application.port.in.WorkDone.Times;
import dev.atelier.application.port.in.WorkDone.Tokens;
import dev.atelier.domain.job.Spending;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/// What a node tells Prometheus about its own work.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkMetricsTest {

    private static final Distribution NEVER = new Histogram(Distribution.CALL_SECONDS).read();
    private static final Distribution EVERY_BUCKET =
            new Distribution(
                    Distribution.CALL_SECONDS, LongStream.rangeClosed(1, 15).boxed().toList(), 1.5);
    private static final Times NO_TIMES = new Times(NEVER, NEVER, NEVER);
    private static final Times ALL_TIMES = new Times(EVERY_BUCKET, NEVER, NEVER);
    private static final Tokens NO_TOKENS = new Tokens(NEVER, NEVER);
    private static final Tokens SOME_TOKENS =
            new Tokens(
                    new Distribution(List.of(1.0, 4.0), List.of(0L, 1L, 2L), 1200),
                    new Distribution(List.of(1.0, 4.0), List.of(0L, 0L, 2L), 340));
    private static final Spending PRICED = new Spending(1200, 340, new BigDecimal("0.125"), 2, 0);
    private static final Spending UNPRICED = new Spending(10, 1, BigDecimal.ZERO, 0, 1);

    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start();
        server.workDone =
                new WorkDone(
                        Map.of("completed", 7L, "requeued", 2L),
                        List.of(
                                new Calls(
                                        "offline", null, 3, 0, Spending.NONE, NO_TIMES, NO_TOKENS),
                                new Calls("openai", "gpt-9", 14, 1, PRICED, ALL_TIMES, SOME_TOKENS),
                                new Calls(
                                        "openai",
                                        "a\"b\\c\nd",
                                        0,
                                        1,
                                        UNPRICED,
                                        NO_TIMES,
                                        NO_TOKENS)),
                        new Distribution(List.of(0.5, 1.0), List.of(1L, 2L, 4L), 9.25),
                        NEVER,
                        2);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void attempts_are_counted_by_outcome() {
        assertThat(metrics())
                .containsSubsequence(
                        "# TYPE aijobs_attempts_total counter",
                        "aijobs_attempts_total{outcome=\"completed\"} 7",
                        "aijobs_attempts_total{outcome=\"requeued\"} 2");
    }

    @Test
    void tokens_are_counted_by_provider_model_and_kind() {
        var gpt = "{provider=\"openai\",model=\"gpt-9\",kind=";
        assertThat(metrics())
                .contains(
                        "# TYPE aijobs_provider_tokens_total counter",
                        "aijobs_provider_tokens_total" + gpt + "\"input\"} 1200",
                        "aijobs_provider_tokens_total" + gpt + "\"output\"} 340");
    }

    @Test
    void waits_runs_and_lost_leases_are_told() {
        assertThat(metrics())
                .containsSubsequence(
                        "# TYPE aijobs_queue_wait_seconds histogram",
                        "aijobs_queue_wait_seconds_bucket{le=\"0.5\"} 1",
                        "aijobs_queue_wait_seconds_bucket{le=\"+Inf\"} 4",
                        "aijobs_queue_wait_seconds_sum 9.25",
                        "aijobs_queue_wait_seconds_count 4",
                        "aijobs_run_seconds_count 0",
                        "# TYPE aijobs_leases_lost_total counter",
                        "aijobs_leases_lost_total 2");
    }

    @Test
    void calls_are_counted_by_outcome_and_a_pause_is_told() {
        var gpt = "{provider=\"openai\",model=\"gpt-9\",outcome=";
        assertThat(metrics())
                .contains(
                        "aijobs_provider_calls_total" + gpt + "\"answered\"} 14",
                        "aijobs_provider_calls_total" + gpt + "\"failed\"} 1",
                        "aijobs_provider_paused{provider=\"openai\",model=\"gpt-5\"} 1",
                        "aijobs_provider_paused{provider=\"offline\",model=\"\"} 0");
    }

    @Test
    void tokens_of_calls_are_a_histogram_by_type() {
        var source = "gen_ai_provider_name=\"openai\",gen_ai_request_model=\"gpt-9\"";
        assertThat(metrics())
                .contains(
                        "# TYPE gen_ai_client_token_usage histogram",
                        "gen_ai_client_token_usage_bucket{"
                                + source
                                + ",gen_ai_token_type=\"input\",le=\"4\"} 1",
                        "gen_ai_client_token_usage_sum{"
                                + source
                                + ",gen_ai_token_type=\"output\"} 340");
    }

    @Test
    void cost_is_told_where_it_is_known_and_what_is_not_is_counted() {
        assertThat(metrics())
                .contains(
                        "aijobs_cost_usd_total{provider=\"openai\",model=\"gpt-9\"} 0.125",
                        "aijobs_unpriced_calls_total{provider=\"openai\",model=\"gpt-9\"} 0")
                .filteredOn(line -> line.startsWith("aijobs_cost_usd_total{"))
                .hasSize(1);
    }

    @Test
    void a_name_that_a_provider_made_up_stays_one_label() {
        assertThat(metrics())
                .contains(
                        "aijobs_unpriced_calls_total{provider=\"openai\","
                                + "model=\"a\\\"b\\\\c\\nd\"} 1");
    }

    @Test
    void times_are_histograms_with_the_names_of_the_genai_conventions() {
        var name = "gen_ai_client_operation_duration_seconds";
        var source = "gen_ai_provider_name=\"openai\",gen_ai_request_model=\"gpt-9\"";
        assertThat(metrics())
                .containsSubsequence(
                        "# TYPE " + name + " histogram",
                        name + "_bucket{" + source + ",le=\"0.01\"} 1",
                        name + "_bucket{" + source + ",le=\"0.02\"} 2",
                        name + "_bucket{" + source + ",le=\"81.92\"} 14",
                        name + "_bucket{" + source + ",le=\"+Inf\"} 15",
                        name + "_sum{" + source + "} 1.5",
                        name + "_count{" + source + "} 15")
                .contains("# TYPE gen_ai_client_operation_time_to_first_chunk_seconds histogram")
                .noneMatch(line -> line.startsWith("gen_ai") && line.contains("offline"));
    }

    @Test
    void every_line_is_one_that_prometheus_reads() {
        assertThat(metrics())
                .allMatch(
                        line ->
                                line.startsWith("# ")
                                        || line.matches(
                                                "\\w+(\\{(\\w+=\"([^\"\\\\]|\\\\.)*\",?)+})?"
                                                        + " -?[0-9.]+(E-?[0-9]+)?"));
    }

    private List<String> metrics() {
        return server.get("/metrics", "").text().lines().toList();
    }
}
