package dev.atelier.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// Flyway is left out only where it would find nothing to do.
final class SchemaHistoryTest {

    private final String url = TestServer.newDatabase();

    @Test
    void an_empty_database_is_not_current() throws SQLException {
        assertThat(SchemaHistory.isCurrent(connection())).isFalse();
    }

    @Test
    void tables_that_were_brought_up_to_date_are_current() throws SQLException {
        bringUpToDate();

        assertThat(SchemaHistory.isCurrent(connection())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from flyway_schema_history where version = '2'",
                "update flyway_schema_history set checksum = checksum + 1 where version = '1'",
                "update flyway_schema_history set success = false where version = '1'",
                "update flyway_schema_history set version = '9999' where version = '2'",
                "update flyway_schema_history set version = null where version = '2'"
            })
    void whatever_is_not_as_it_should_be_is_for_flyway(String change) throws SQLException {
        bringUpToDate();
        try (var connection = connection();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(change)).isEqualTo(1);
        }

        assertThat(SchemaHistory.isCurrent(connection())).isFalse();
    }

    private void bringUpToDate() {
        PostgresAdapter.open(PostgresSettings.at(url).withPoolSize(2)).close();
    }

    private Connection connection() throws SQLException {
        var parsed = DatabaseUrl.parse(url);
        return DriverManager.getConnection(parsed.jdbc(), parsed.properties());
    }
}
