package dev.atelier.adapters.postgres.growth;

import dev.atelier.adapters.postgres.PostgresAdapter;
import dev.atelier.adapters.postgres.PostgresSettings;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.UserId;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.Submission;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// A database that has seen so many jobs, and a node on it.
final class GrownDatabase implements AutoCloseable {

    private static final UserId NOBODY = new UserId("template");
    private static final String STATISTICS =
            """
            insert into ai_job_stats (
                user_id, hour, bucket, shard, queued, processing, completed, failed, cancelled,
                completions, failures, starts, run_micros, wait_micros)
            select who.user_id,
                case when j.completed_at > now() - interval '25 hours'
                    then date_trunc('hour', j.completed_at, 'UTC') else '-infinity' end as hour,
                case when j.status = 'completed' then 40 + j.id_hash %% 8 else -1 end as bucket, 0,
                count(*) filter (where j.status = 'queued'), 0,
                count(*) filter (where j.status = 'completed'),
                count(*) filter (where j.status = 'failed'), 0,
                count(*) filter (where j.status = 'completed'),
                count(*) filter (where j.status = 'failed'), count(*),
                20000000 * count(*), 10000000 * count(*)
            from (select user_id, status, completed_at, abs(hashtext(cast(id as text))) as id_hash
                from ai_jobs where user_id <> 'template') j
            cross join lateral (values (j.user_id), ('')) as who (user_id)
            group by 1, 2, 3
            """;

    private final String url;
    private final PostgresAdapter node;

    private GrownDatabase(String url) {
        this.url = url;
        node = PostgresAdapter.open(PostgresSettings.at(url));
    }

    PostgresAdapter node() {
        return node;
    }

    /// @param url of a database that was loaded before
    static GrownDatabase open(String url) {
        return new GrownDatabase(url);
    }

    /// @param url of a database that is new and empty
    static GrownDatabase load(String url, long ended, long queued) throws SQLException {
        var database = new GrownDatabase(url);
        try (var connection = database.connect()) {
            database.fill(connection, ended, queued);
        }
        return database;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:" + url);
    }

    private void fill(Connection connection, long ended, long queued) throws SQLException {
        var completed = completed();
        var failed = failed();
        var waiting = added();
        var indexes = droppedIndexes(connection);
        var rows = new GrownRows(connection);
        connection.setAutoCommit(false);
        rows.ended(completed, ended, "172 hours", "r.n % 50 <> 1");
        rows.ended(failed, ended, "172 hours", "r.n % 50 = 1");
        rows.queued(waiting, queued);
        connection.commit();
        connection.setAutoCommit(true);
        for (var index : indexes) {
            execute(connection, index);
        }
        execute(connection, "delete from ai_job_stats");
        execute(connection, STATISTICS.replace("%%", "%"));
        execute(connection, "delete from ai_jobs where user_id = 'template'");
        execute(connection, "delete from ai_job_events where user_id = 'template'");
        execute(connection, "vacuum analyze");
        execute(connection, "checkpoint");
    }

    private JobId completed() {
        var worker = Jobs.aWorker();
        var now = node.clock().instant();
        var running = Submission.by(NOBODY).at(now).made();
        node.store().add(running);
        var started = running.job().start(worker, now);
        node.store().save(started);
        node.store().save(Jobs.completion(started.job(), now));
        return running.job().id();
    }

    private JobId failed() {
        var now = node.clock().instant();
        var submitted = Submission.by(NOBODY).at(now).made();
        node.store().add(submitted);
        var started = submitted.job().start(Jobs.aWorker(), now);
        node.store().save(started);
        node.store().save(Jobs.failure(started.job(), now));
        return submitted.job().id();
    }

    private JobId added() {
        var submitted = Submission.by(NOBODY).at(node.clock().instant()).made();
        node.store().add(submitted);
        return submitted.job().id();
    }

    /// Filling a table and building its indexes afterwards is many times faster.
    private static List<String> droppedIndexes(Connection connection) throws SQLException {
        var definitions = new ArrayList<String>();
        var names = new ArrayList<String>();
        var sql =
                """
                select indexname, indexdef from pg_indexes
                where tablename in ('ai_jobs', 'ai_job_events') and indexname not like '%_pkey'
                """;
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            while (found.next()) {
                names.add(found.getString(1));
                definitions.add(found.getString(2));
            }
        }
        for (var name : names) {
            execute(connection, "drop index " + name);
        }
        return definitions;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// The line is as long as it was, for the next measurement.
    void putBackClaimed() {
        try (var connection = connect()) {
            execute(
                    connection,
                    """
                    update ai_jobs set status = 'queued', worker_id = null, started_at = null,
                        next_processing_at = now()
                    where status = 'processing' and fair_turn is not null
                    """);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// In megabytes, indexes included.
    long size() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var size =
                        statement.executeQuery(
                                "select pg_database_size(current_database()) >> 20")) {
            size.next();
            return size.getLong(1);
        }
    }

    @Override
    public void close() {
        node.close();
    }
}
