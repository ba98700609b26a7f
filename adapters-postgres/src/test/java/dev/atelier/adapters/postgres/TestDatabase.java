package dev.atelier.adapters.postgres;

import dev.atelier.application.port.out.CanvasStore;
import dev.atelier.application.port.out.JobCatalogue;
import dev.atelier.application.port.out.JobFeed;
import dev.atelier.application.port.out.JobLog;
import dev.atelier.application.port.out.JobQueue;
import dev.atelier.application.port.out.JobRetention;
import dev.atelier.application.port.out.JobSignals;
import dev.atelier.application.port.out.JobStore;
import dev.atelier.application.port.out.Outlook;
import dev.atelier.application.port.out.Overview;
import dev.atelier.application.port.out.PauseBoard;
import dev.atelier.application.port.out.ProgressBoard;
import dev.atelier.application.port.out.WebhookLog;
import dev.atelier.application.port.out.WebhookOutbox;
import dev.atelier.application.port.out.WorkerRegistry;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.IdempotencyKey;
import dev.atelier.domain.job.MessageId;
import dev.atelier.domain.job.UserId;
import dev.atelier.domain.job.WorkerId;
import dev.atelier.testkit.contract.JobsUnderTest;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// One database of its own and a node on it; other nodes can be had. What tests must do behind the
/// adapter's back, they do here in plain SQL.
final class TestDatabase implements JobsUnderTest, AutoCloseable {

    private final PostgresSettings settings;
    private final List<PostgresAdapter> nodes = new ArrayList<>();
    private final List<Connections> strangers = new ArrayList<>();
    private final PostgresAdapter node;

    TestDatabase() {
        this(PostgresSettings.at(TestServer.newDatabase()).withPoolSize(6));
    }

    TestDatabase(PostgresSettings settings) {
        this.settings = settings;
        this.node = openNode();
    }

    private TestDatabase(PostgresSettings settings, PostgresAdapter node) {
        this.settings = settings;
        this.node = node;
    }

    PostgresSettings settings() {
        return settings;
    }

    PostgresAdapter node() {
        return node;
    }

    /// One more node on this database.
    PostgresAdapter openNode() {
        return opened(settings);
    }

    private PostgresAdapter opened(PostgresSettings wanted) {
        var adapter = PostgresAdapter.open(wanted);
        nodes.add(adapter);
        return adapter;
    }

    /// Connections as a node has them.
    static ConnectionPool pool(PostgresSettings settings) {
        var access = Access.through(settings.url(), settings);
        return ConnectionPool.direct(access, settings.poolSize());
    }

    /// Of nobody's, on connections of their own.
    Transactions transactions() {
        var connections = Connections.open(settings);
        strangers.add(connections);
        return connections.transactions();
    }

    Connection connect() throws SQLException {
        var url = DatabaseUrl.parse(settings.url());
        return DriverManager.getConnection(url.jdbc(), url.properties());
    }

    /// Runs a statement with text parameters.
    int execute(String sql, Object... parameters) {
        try (var connection = connect();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// The first column of all rows, as text.
    List<String> texts(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return texts(rows);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<String> texts(ResultSet rows) throws SQLException {
        var texts = new ArrayList<String>();
        while (rows.next()) {
            texts.add(rows.getString(1));
        }
        return texts;
    }

    long number(String sql) {
        return Long.parseLong(texts(sql).getFirst());
    }

    /// Forgets all that is stored.
    void empty() {
        execute(
                """
                truncate ai_jobs, ai_job_forgotten, ai_job_moves, ai_job_turns, ai_job_events, canvases, idempotency_keys, workers,
                    ai_job_progress, ai_job_stats, webhook_deliveries, work_pauses
                """);
    }

    @Override
    public JobStore store() {
        return node.store();
    }

    @Override
    public JobQueue queue() {
        return node.queue();
    }

    @Override
    public Outlook outlook() {
        return node.outlook();
    }

    @Override
    public WorkerRegistry workers() {
        return node.workers();
    }

    @Override
    public JobCatalogue catalogue() {
        return node.catalogue();
    }

    @Override
    public Overview overview() {
        return node.overview();
    }

    @Override
    public JobRetention retention() {
        return node.retention();
    }

    @Override
    public CanvasStore canvases() {
        return node.canvases();
    }

    @Override
    public ProgressBoard progress() {
        return node.progress();
    }

    @Override
    public JobSignals signals() {
        return node.signals();
    }

    @Override
    public JobFeed feed() {
        return node.feed();
    }

    @Override
    public JobLog log() {
        return node.log();
    }

    @Override
    public WebhookOutbox outbox() {
        return node.outbox();
    }

    @Override
    public WebhookLog webhooks() {
        return node.webhooks();
    }

    @Override
    public PauseBoard pauses() {
        return node.pauses();
    }

    @Override
    public JobsUnderTest limitedTo(int jobsPerUser) {
        return new TestDatabase(settings, opened(settings.withJobsPerUser(jobsPerUser)));
    }

    @Override
    public Instant now() {
        return node.clock().instant();
    }

    @Override
    public void endLease(WorkerId worker) {
        execute(
                "update workers set heartbeat_at = now() - interval '1 day' where id = ?",
                worker.value());
    }

    @Override
    public void makeDue(AIJob delayed) {
        execute(
                "update ai_jobs set next_processing_at = now() where user_id = ? and id = ?",
                delayed.owner().value(),
                delayed.id().value());
    }

    @Override
    public void makeDue(MessageId message) {
        execute(
                """
                update webhook_deliveries set next_attempt_at = now()
                where job_id = ? and version = ? and next_attempt_at is not null
                """,
                message.job().value(),
                message.version());
    }

    @Override
    public void backdate(UserId owner, IdempotencyKey key, Duration age) {
        execute(
                """
                update idempotency_keys set created_at = now() - cast(? as interval)
                where user_id = ? and key = ?
                """,
                age.toString(),
                owner.value(),
                key.value());
    }

    @Override
    public void close() {
        nodes.forEach(PostgresAdapter::close);
        strangers.forEach(Connections::close);
    }
}
