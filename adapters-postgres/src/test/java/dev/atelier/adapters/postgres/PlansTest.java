package dev.atelier.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.testkit.Jobs;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What the hot statements cost with 200,000 finished jobs, a quarter of them one user's, 50,000
/// delayed ones and 2,000 in the line: the plan for any parameters walks indexes that hold none of
/// the rows that do not matter.
@TestInstance(Lifecycle.PER_CLASS)
class PlansTest {

    private static final Pattern PARAMETER = Pattern.compile("(?<![:\\w]):([a-z_]+)");

    private static final Pattern BUFFERS =
            Pattern.compile("Buffers: shared(?: hit=(\\d+))?(?: read=(\\d+))?");

    private final TestDatabase database = new TestDatabase();

    @BeforeAll
    final void fill() {
        database.store().add(Jobs.submission());
        database.execute(COPY.formatted("completed", 200_000));
        database.execute(MESSAGES.formatted("'delivered', null", 200_000));
        fill(this::unended, this::analyze);
    }

    /// @param unended adds jobs that have not ended
    /// @param analyze gathers what the planner goes by
    void fill(Runnable unended, Runnable analyze) {
        unended.run();
        analyze.run();
    }

    private void unended() {
        database.execute(COPY.formatted("delayed", 50_000));
        database.execute(COPY.formatted("waiting", 2_000));
        database.execute(COPY.formatted("running", 200));
        database.execute(MESSAGES.formatted("'pending', now() + n * interval '1 s'", 1_000));
        database.execute(LOG);
    }

    private void analyze() {
        database.execute("analyze");
    }

    private static final String COPY =
            """
            insert into ai_jobs (user_id, id, job_type, status, priority, fair_turn, request_data,
                result_data, object_count, canvas_id, retry_count, max_retries, created_at,
                next_processing_at, started_at, completed_at, worker_id, version)
            select case when n %% 4 = 0 then 'busy' else 'user-' || n %% 500 end, gen_random_uuid(), job_type,
                case kind when 'completed' then 'completed' when 'running' then 'processing'
                    else 'queued' end,
                0, case kind when 'waiting' then n when 'running' then n end, request_data,
                case kind when 'completed' then cast('{}' as jsonb) end,
                case kind when 'completed' then 1 end,
                case kind when 'completed' then 'c' end, 0, 3, now(),
                case kind when 'waiting' then now() when 'delayed' then now() + n * interval '1 s'
                    end,
                case when kind in ('completed', 'running') then now() end,
                case kind when 'completed' then now() end,
                case kind when 'running' then gen_random_uuid() end, 1
            from (select '%s' as kind) k, generate_series(1, %d) n,
                (select * from ai_jobs where user_id = 'alice') j
            """;

    private static final String MESSAGES =
            """
            insert into webhook_deliveries (user_id, job_id, version, url, receiver, job_type,
                job_status, ended_at, status, next_attempt_at)
            select 'user-' || n %% 500, gen_random_uuid(), 3, 'https://a.example', 'a.example:443',
                'create_canvas', 'completed', now(), %s
            from generate_series(1, %d) n
            """;

    /// Three moves of each job, the first jobs' an hour ago, the last ones' now.
    private static final String LOG =
            """
            insert into ai_job_events (user_id, job_id, version, type, at, data, logged_at)
            select user_id, id, step, 'queued', now(), '{}',
                now() - interval '1 hour' * (1 - row_number() over () / 760000.0)
            from ai_jobs, generate_series(2, 4) step
            """;

    /// The lines of the plan that say how rows of `ai_jobs` and others are reached.
    private List<String> plan(String statement) {
        var numbers = new HashMap<String, Integer>();
        var numbered =
                PARAMETER
                        .matcher(statement)
                        .replaceAll(
                                name ->
                                        "\\$"
                                                + numbers.computeIfAbsent(
                                                        name.group(1), _ -> numbers.size() + 1));
        var lines = new ArrayList<String>();
        var settings = PostgresSettings.at(database.settings().url() + "?preferQueryMode=simple");
        try (var pool = TestDatabase.pool(settings);
                var connection = pool.connection();
                var explain = connection.createStatement();
                var rows = explain.executeQuery("explain (generic_plan) " + numbered)) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        } catch (SQLException failure) {
            throw new AssertionError(numbered, failure);
        }
        return lines;
    }

    private void requireIndexes(String statement, String... indexes) {
        requireIndexes(statement, PlansTest::isScanOfJobs, indexes);
    }

    private void requireIndexes(String statement, Predicate<String> watched, String... indexes) {
        var scans = plan(statement).stream().filter(watched).toList();

        assertThat(scans)
                .allMatch(scan -> Stream.of(indexes).anyMatch(index -> goesBy(index, scan)));
        for (var index : indexes) {
            assertThat(scans).as(index).anyMatch(scan -> goesBy(index, scan));
        }
    }

    /// A bitmap names the index one line further down; where a row lies is known to a TID scan.
    private static boolean isScanOfJobs(String line) {
        return line.matches(".*Scan.* on ai_jobs( .*|_.*)")
                && !line.contains("Tid Scan")
                && !line.contains("Bitmap Heap Scan")
                && !line.contains("ai_jobs_progress");
    }

    private static boolean isScanOfJobsOrTheirLog(String line) {
        return isScanOfJobs(line)
                || (line.matches(".*Scan.* on ai_job_events( .*|_.*)")
                        && !line.contains("Bitmap Heap Scan"));
    }

    private static boolean goesBy(String index, String scan) {
        return scan.contains(" using " + index + " ")
                || scan.contains("Bitmap Index Scan on " + index + " ");
    }

    @Test
    void a_claim_walks_the_line() {
        requireIndexes(QueueSql.CLAIM, "ai_jobs_in_line", "ai_jobs_delayed");
    }

    @Test
    void a_claim_within_a_limit_walks_the_users_who_wait() {
        requireIndexes(
                QueueSql.CLAIM_WITHIN_THE_LIMIT,
                "ai_jobs_delayed",
                "ai_jobs_in_line_of_user",
                "ai_jobs_running",
                "ai_jobs_pkey");
    }

    @Test
    void a_submission_reads_the_ends_of_the_line() {
        requireIndexes(SubmissionSql.ADD, "ai_jobs_in_line", "ai_jobs_in_line_of_user");
        requireIndexes(
                SubmissionSql.ADD_ONE,
                "ai_jobs_in_line",
                "ai_jobs_in_line_of_user",
                "ai_jobs_running");
    }

    @Test
    void a_settlement_goes_by_key() {
        requireIndexes(JobSql.SAVE, "ai_jobs_pkey", "ai_jobs_in_line", "ai_jobs_in_line_of_user");
        requireIndexes(CompletionSql.COMPLETE, "ai_jobs_pkey");
    }

    @Test
    void delayed_jobs_are_found_by_when_they_fall_due() {
        requireIndexes(
                QueueSql.ADMIT,
                "ai_jobs_delayed",
                "ai_jobs_in_line",
                "ai_jobs_in_line_of_user",
                "ai_jobs_pkey");
        requireIndexes(QueueSql.NEXT_DUE, "ai_jobs_delayed");
    }

    @Test
    void a_look_at_everything_reads_the_beginnings_of_indexes() {
        requireIndexes(
                OutlookSql.LOOK,
                "ai_jobs_in_line",
                "ai_jobs_delayed",
                "ai_jobs_running",
                "ai_jobs_start_by");
        assertThat(plan(OutlookSql.LOOK))
                .filteredOn(line -> line.contains(" on webhook_deliveries"))
                .isNotEmpty()
                .allMatch(line -> line.contains("using webhook_deliveries_due "));
        assertThat(pages(OutlookSql.LOOK, Map.of("soon", "'PT10S'"), "")).isLessThan(30);
    }

    @Test
    void upkeep_finds_what_it_looks_for() {
        requireIndexes(QueueSql.ABANDONED, "ai_jobs_running");
        requireIndexes(QueueSql.EXPIRED, "ai_jobs_start_by");
        requireIndexes(QueueSql.LOST, "ai_jobs_pkey");
        requireIndexes(QueueSql.HELD, "ai_jobs_running");
        requireIndexes(RetentionSql.PURGE_KEPT, "ai_jobs_by_status");
        requireIndexes(RetentionSql.ERASE, "ai_jobs_pkey");
        requireIndexes(RetentionSql.ERASE_TRACES, "ai_jobs_pkey");
        requireIndexes(ProgressSql.SHOW, "ai_jobs_pkey");
        requireIndexes(WorkerSql.FORGET_SILENT, "ai_jobs_running");
    }

    /// One in 160 of the ids here is older than that, and none of the jobs.
    @Test
    void what_is_kept_is_not_walked_over_for_what_is_old() {
        var week = "'P7D'";

        assertThat(
                        pages(
                                RetentionSql.PURGE_KEPT,
                                Map.of(
                                        "completed",
                                        week,
                                        "failed",
                                        week,
                                        "cancelled",
                                        week,
                                        "limit",
                                        "500",
                                        "shard",
                                        "0"),
                                ""))
                .isLessThan(4_000);
    }

    /// A join here would compare each job of a batch with each, messages or not.
    @Test
    void messages_are_picked_from_what_has_moved_without_a_join() {
        for (var statement : List.of(JobSql.SAVE, CompletionSql.COMPLETE)) {
            var lines = plan(statement);
            var insert =
                    IntStream.range(0, lines.size())
                            .filter(n -> lines.get(n).contains("Insert on webhook_deliveries"))
                            .findFirst()
                            .orElseThrow();

            assertThat(lines.get(insert + 1)).contains("CTE Scan on moved");
        }
    }

    @Test
    void messages_are_found_by_when_they_fall_due_and_by_job() {
        for (var statement : List.of(WebhookSql.CLAIM, WebhookSql.NEXT_DUE)) {
            assertThat(plan(statement))
                    .filteredOn(line -> line.matches(".*Scan.* on webhook_deliveries.*"))
                    .isNotEmpty()
                    .allMatch(line -> line.matches(".*using webhook_deliveries_(due|pkey) .*"));
        }
        for (var statement :
                List.of(
                        WebhookSql.SETTLE,
                        WebhookSql.OF_JOB,
                        WebhookSql.SEND_AGAIN,
                        RetentionSql.DELETE,
                        RetentionSql.PURGE_KEPT)) {
            assertThat(plan(statement))
                    .filteredOn(line -> line.matches(".*Scan.* on webhook_deliveries.*"))
                    .isNotEmpty()
                    .allMatch(line -> line.contains("webhook_deliveries_pkey"));
        }
    }

    @Test
    void readers_go_by_key_and_by_the_line() {
        requireIndexes(CatalogueSql.DETAILS, "ai_jobs_pkey", "ai_jobs_in_line");
        requireIndexes(StatsSql.OLDEST_OF_USER, "ai_jobs_in_line_of_user");
        requireIndexes(StatsSql.OLDEST_OF_ALL, "ai_jobs_waiting_longest");
        requireIndexes(JobSql.FIND_BY_KEY, "ai_jobs_pkey");
    }

    /// To count for each anew would be 50,000 steps along the line for the last hundred.
    @Test
    void a_page_of_waiting_jobs_walks_the_line_once() {
        var lasts =
                """
                (select array_agg(%s) from (
                    select user_id, id from ai_jobs where status = 'queued' and fair_turn between 400 and 499) x)
                """;

        var pages =
                pages(
                        CatalogueSql.DETAILS,
                        Map.of(
                                "user_id",
                                lasts.formatted("user_id"),
                                "id",
                                lasts.formatted("id"),
                                "max_position",
                                "1000"),
                        "");

        assertThat(pages).isLessThan(5_000);
    }

    @Test
    void administrators_go_by_state_and_by_key() {
        requireIndexes(OverviewSql.OWNER, "ai_jobs_by_status");
        requireIndexes(OverviewSql.KEYS, "ai_jobs_by_status");
        requireIndexes(OverviewSql.KEYS_OF_ONE, "ai_jobs_pkey");
        requireIndexes(OverviewSql.SELECT, "ai_jobs_by_status");
        requireIndexes(OverviewSql.SELECT_OF_ONE, "ai_jobs_pkey");
        requireIndexes(OverviewSql.SELECT_NAMED, "ai_jobs_by_status");
        requireIndexes(WorkerSql.ALIVE, "ai_jobs_running");
        requireIndexes(
                OverviewSql.LAST_HOUR,
                PlansTest::isScanOfJobsOrTheirLog,
                "ai_jobs_by_status",
                "ai_jobs_running",
                "ai_jobs_waiting_longest",
                "ai_jobs_delayed",
                "ai_job_events_pkey");
    }

    @Test
    void a_page_of_everybody_s_jobs_costs_the_same_wherever_it_is() {
        var middle = "'80000000-0000-4000-8000-000000000000'";

        for (var after : List.of("null", middle, "'00100000-0000-4000-8000-000000000000'")) {
            for (var statement : List.of(OverviewSql.KEYS, OverviewSql.KEYS_OF_ONE)) {
                assertThat(pages(statement, search(after, "null", 51), ""))
                        .as(after)
                        .isLessThan(1_000);
            }
        }
        assertThat(pages(OverviewSql.KEYS, search(middle, "'nobody'", 5_000), ""))
                .isLessThan(50_000);
        assertThat(pages(OverviewSql.LAST_HOUR, Map.of(), "")).isLessThan(60_000);
    }

    private static Map<String, String> search(String after, String tag, int look) {
        return Map.of(
                "user_id",
                "'user-1'",
                "offset",
                "0",
                "statuses",
                "'{queued,processing,completed,failed,cancelled}'",
                "after",
                after,
                "job_type",
                "null",
                "tag",
                tag,
                "look",
                Integer.toString(look),
                "limit",
                "51");
    }

    @Test
    void the_log_is_read_by_job_and_by_when_it_was_written() {
        requireIndexes(
                LogSql.MOVES,
                PlansTest::isScanOfJobsOrTheirLog,
                "ai_jobs_pkey",
                "ai_job_events_pkey");
        requireIndexes(
                LogSql.MOVES_AFTER,
                PlansTest::isScanOfJobsOrTheirLog,
                "ai_job_events_of_user",
                "ai_jobs_pkey",
                "ai_job_events_pkey");
        requireIndexes(
                LogSql.WRITTEN_AFTER, PlansTest::isScanOfJobsOrTheirLog, "ai_job_events_of_user");
        requireIndexes(
                LogSql.UNENDED,
                PlansTest::isScanOfJobsOrTheirLog,
                "ai_jobs_running",
                "ai_jobs_in_line_of_user");
        requireIndexes(ProgressSql.LATEST, "ai_jobs_pkey");
    }

    /// A busy user's log of an hour has 150,000 entries.
    @Test
    void a_page_of_a_busy_user_s_log_costs_what_is_on_it() {
        var before = Map.of("user_id", "'busy'", "limit", "200");

        var anHourAgo = pages(LogSql.MOVES_AFTER, before, "now() - interval '1 hour'");
        var aMinuteAgo = pages(LogSql.MOVES_AFTER, before, "now() - interval '1 minute'");
        var lately =
                pages(
                        LogSql.WRITTEN_AFTER,
                        Map.of("user_id", "'{busy,alice}'"),
                        "now() - interval '5 seconds'");

        assertThat(List.of(anHourAgo, aMinuteAgo)).allMatch(pages -> pages < 4_000);
        assertThat(lately).isLessThan(2_000);
        assertThat(pages(LogSql.UNENDED, Map.of("user_id", "'busy'", "limit", "5000"), ""))
                .isLessThan(2_000);
    }

    /// How many pages of the database the statement touches.
    private long pages(String statement, Map<String, String> values, String since) {
        var bound =
                PARAMETER
                        .matcher(statement)
                        .replaceAll(
                                name ->
                                        Matcher.quoteReplacement(
                                                values.getOrDefault(name.group(1), since)));
        try (var pool = TestDatabase.pool(database.settings());
                var connection = pool.connection();
                var explain = connection.createStatement();
                var rows = explain.executeQuery("explain (analyze, buffers) " + bound)) {
            while (rows.next()) {
                var buffers = BUFFERS.matcher(rows.getString(1));
                if (buffers.find()) {
                    return number(buffers.group(1)) + number(buffers.group(2));
                }
            }
            throw new AssertionError("no buffers are told of");
        } catch (SQLException failure) {
            throw new AssertionError(bound, failure);
        }
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
