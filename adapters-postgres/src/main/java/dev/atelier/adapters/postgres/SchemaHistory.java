package dev.atelier.adapters.postgres;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;

/// What Flyway wrote down of the migrations that ran, read without Flyway.
final class SchemaHistory {

    /// How many files are under `db/migration`, and [ShortLocks].
    static final int MIGRATIONS = 11;

    private SchemaHistory() {}

    /// Whether every migration of this code ran; later ones of a newer node do no harm.
    static boolean isCurrent(Connection connection, @Nullable String schema) throws SQLException {
        var prefix = schema == null ? "" : schema + ".";
        try (var statement = connection.createStatement()) {
            if (!exists(connection, prefix + "flyway_schema_history")) {
                return false;
            }
            var applied =
                    """
                    select count(*) filter (where success and version ~ '^[0-9]+$'),
                        count(*) filter (where not success)
                    from %sflyway_schema_history
                    """
                            .formatted(prefix);
            try (var counts = statement.executeQuery(applied)) {
                counts.next();
                return counts.getInt(1) >= MIGRATIONS && counts.getInt(2) == 0;
            }
        }
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        try (var statement = connection.prepareStatement("select to_regclass(?) is not null")) {
            statement.setString(1, table);
            try (var answer = statement.executeQuery()) {
                answer.next();
                return answer.getBoolean(1);
            }
        }
    }
}
