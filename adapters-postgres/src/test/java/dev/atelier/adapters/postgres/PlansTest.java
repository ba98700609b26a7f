package dev.atelier.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.testkit.Jobs;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the hot statements cost with 200,000 finished jobs, 50,000 delayed ones and 2,000 in the
/// line: the plan for any parameters walks indexes that hold none of the rows that do not matter.
@TestInstance(Lifecycle.PER_CLASS)
final class PlansTest {

    private static final Pattern PARAMETER = Pattern.compile("(?<![:\\w]):([a-z_]+)");

    private final TestDatabase database = new TestDatabase();

    @BeforeAll
    void fill() {
        database.store().add(Jobs.submission());
        database.execute(COPY.formatted("completed", 200_000));
        database.execute(COPY.formatted("delayed", 50_000));
        database.execute(COPY.formatted("waiting", 2_000));
        database.execute(COPY.formatted("running", 200));
        database.execute(MESSAGES.formatted("'delivered', null", 200_000));
        database.execute(MESSAGES.formatted("'pending', now() + n * interval '1 s'", 1_000));
        database.execute("analyze");
    }

    private static final String COPY =
            """
            insert into ai_jobs (user_id, id, job_type, status, priority, fair_turn, request_data,
                result_data, object_count, canvas_id, retry_count, max_retries, created_at,
                next_processing_at, started_at, completed_at, worker_id, version)
            select 'user-' || n %% 500, gen_random_uuid(), job_type,
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
        try (var pool = new ConnectionPool(settings);
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
        var scans = plan(statement).stream().filter(PlansTest::isScanOfJobs).toList();

        assertThat(scans)
                .allMatch(scan -> Stream.of(indexes).anyMatch(index -> goesBy(index, scan)));
        for (var index : indexes) {
            assertThat(scans).as(index).anyMatch(scan -> goesBy(index, scan));
        }
    }

    /// A bitmap names the index one line further down.
    private static boolean isScanOfJobs(String line) {
        return line.matches(".*Scan.* on ai_jobs( .*|_.*)")
                && !line.contains("Bitmap Heap Scan")
                && !line.contains("ai_jobs_progress");
    }

    private static boolean goesBy(String index, String scan) {
        return scan.contains(" using " + index + " ")
                || scan.contains("Bitmap Index Scan on " + index + " ");
    }

    @Test
    void a_claim_walks_the_line() {
        requireIndexes(QueueSql.CLAIM, "ai_jobs_line", "ai_jobs_pkey");
    }

    @Test
    void a_claim_within_a_limit_walks_the_users_who_wait() {
        requireIndexes(
                QueueSql.CLAIM_WITHIN_THE_LIMIT,
                "ai_jobs_line_of_user",
                "ai_jobs_running",
                "ai_jobs_pkey");
    }

    @Test
    void a_submission_reads_the_ends_of_the_line() {
        requireIndexes(JobSql.ADD, "ai_jobs_line", "ai_jobs_line_of_user");
    }

    @Test
    void a_settlement_goes_by_key() {
        requireIndexes(JobSql.SAVE, "ai_jobs_pkey", "ai_jobs_line", "ai_jobs_line_of_user");
    }

    @Test
    void delayed_jobs_are_found_by_when_they_fall_due() {
        requireIndexes(
                QueueSql.ADMIT,
                "ai_jobs_delayed",
                "ai_jobs_line",
                "ai_jobs_line_of_user",
                "ai_jobs_pkey");
        requireIndexes(QueueSql.NEXT_DUE, "ai_jobs_delayed");
    }

    @Test
    void upkeep_finds_what_it_looks_for() {
        requireIndexes(QueueSql.ABANDONED, "ai_jobs_running");
        requireIndexes(QueueSql.EXPIRED, "ai_jobs_start_by");
        requireIndexes(QueueSql.LOST, "ai_jobs_pkey");
        requireIndexes(RetentionSql.PURGE, "ai_jobs_ended", "ai_jobs_pkey");
        requireIndexes(WorkerSql.FORGET_SILENT, "ai_jobs_running");
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
                        RetentionSql.PURGE)) {
            assertThat(plan(statement))
                    .filteredOn(line -> line.matches(".*Scan.* on webhook_deliveries.*"))
                    .isNotEmpty()
                    .allMatch(line -> line.contains("webhook_deliveries_pkey"));
        }
    }

    @Test
    void readers_go_by_key_and_by_the_line() {
        requireIndexes(CatalogueSql.DETAILS, "ai_jobs_pkey", "ai_jobs_line");
        requireIndexes(CatalogueSql.PAGE, "ai_jobs_pkey", "ai_jobs_line");
        requireIndexes(StatsSql.OLDEST_OF_USER, "ai_jobs_line_of_user");
        requireIndexes(StatsSql.OLDEST_OF_ALL, "ai_jobs_oldest_waiting");
        requireIndexes(JobSql.FIND_BY_KEY, "ai_jobs_pkey");
    }
}
