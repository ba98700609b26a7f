package dev.atelier.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.application.port.out.JobLog;

import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.time.Duration;

/// What [JobLog#SETTLES] promises, the database holds every transaction to.
final class SettlingTest extends PostgresTest {

    /// Clocks may differ by that much.
    private static final Duration MARGIN = Duration.ofSeconds(5);

    @Test
    void a_transaction_is_over_before_its_entries_count_as_settled() throws SQLException {
        assertThat(setting("transaction_timeout").plus(MARGIN)).isLessThanOrEqualTo(JobLog.SETTLES);
    }

    /// A server too old for that bounds what a transaction is made of.
    @Test
    void so_are_a_statement_and_the_pause_before_the_commit() throws SQLException {
        assertThat(
                        setting("statement_timeout")
                                .plus(setting("idle_in_transaction_session_timeout"))
                                .plus(MARGIN))
                .isLessThanOrEqualTo(JobLog.SETTLES);
    }

    private Duration setting(String name) throws SQLException {
        try (var pool = TestDatabase.pool(database().settings());
                var connection = pool.connection();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select extract(epoch from cast(current_setting('"
                                        + name
                                        + "') as interval))")) {
            rows.next();
            return Duration.ofSeconds(rows.getLong(1));
        }
    }
}
