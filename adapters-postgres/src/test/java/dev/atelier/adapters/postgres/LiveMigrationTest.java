package dev.atelier.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Tables are brought up to date while nodes of the version before write to them. A migration may
/// wait for a transaction that is open; nobody may have to wait for the migration meanwhile.
@Timeout(60)
final class LiveMigrationTest {

    private final PostgresSettings settings = PostgresSettings.at(TestServer.newDatabase());
    private Connection slow;
    private Connection next;

    @BeforeEach
    void connect() throws SQLException {
        var access = Access.through(settings.url(), settings);
        slow = access.connect();
        slow.setAutoCommit(false);
        next = access.connect();
        execute(next, "set lock_timeout = '2s'");
        next.setAutoCommit(false);
    }

    /// @param version that the tables are of
    private void openASlowTransaction(String version) throws SQLException {
        Migrations.configured(Access.through(settings.url(), settings).withoutTimeLimits())
                .target(version)
                .load()
                .migrate();
        writeToEveryTable(slow);
    }

    @AfterEach
    void hangUp() throws SQLException {
        slow.close();
        next.close();
    }

    /// Before 5 there was nobody to wait; what comes after 8 asks for locks that others hold.
    @ParameterizedTest
    @ValueSource(strings = {"5", "8"})
    void nobody_waits_for_a_migration_that_waits(String version) throws Exception {
        openASlowTransaction(version);
        var migration =
                CompletableFuture.runAsync(
                        () -> PostgresAdapter.migrate(settings),
                        work -> Thread.ofVirtual().start(work));
        await().until(this::somebodyWaits);

        assertThatCode(() -> writeToEveryTable(next)).doesNotThrowAnyException();
        next.commit();
        slow.commit();

        migration.join();
        try (var look = Access.through(settings.url(), settings).connect()) {
            assertThat(SchemaHistory.isCurrent(look, null)).isTrue();
        }
    }

    /// The test above would notice.
    @Test
    void a_change_that_locks_a_table_is_waited_for() throws Exception {
        openASlowTransaction("5");
        var change =
                CompletableFuture.runAsync(
                        () -> alter("alter table ai_jobs add column planted text"),
                        work -> Thread.ofVirtual().start(work));
        await().until(this::somebodyWaits);

        assertThatThrownBy(() -> writeToEveryTable(next)).hasMessageContaining("lock timeout");

        slow.commit();
        change.join();
    }

    private void alter(String change) {
        try (var connection = Access.through(settings.url(), settings).connect()) {
            execute(connection, change);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// Holds what an insert or an update of a row holds.
    private void writeToEveryTable(Connection connection) throws SQLException {
        for (var table : tables()) {
            execute(connection, "lock table " + table + " in row exclusive mode");
        }
    }

    private List<String> tables() throws SQLException {
        var names = new ArrayList<String>();
        try (var look = Access.through(settings.url(), settings).connect();
                var tables =
                        look.getMetaData().getTables(null, "public", "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    private boolean somebodyWaits() throws SQLException {
        try (var look = Access.through(settings.url(), settings).connect();
                var statement = look.createStatement();
                var waiting =
                        statement.executeQuery(
                                """
                                select count(*) from pg_locks
                                where not granted and pid <> pg_backend_pid()
                                """)) {
            waiting.next();
            return waiting.getInt(1) > 0;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
