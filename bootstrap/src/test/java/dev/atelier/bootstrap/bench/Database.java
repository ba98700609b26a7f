package dev.atelier.bootstrap.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// The database of a run, seen past the product.
record Database(String url) {

    void execute(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    long number(String sql) {
        try (var connection = connect()) {
            return number(connection, sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /// Whether all jobs have ended: a look at an index, which takes little from those who work.
    boolean isDone() {
        return number(
                        "select count(*) from (select from ai_jobs"
                                + " where status || '' in ('queued', 'processing') limit 1) one")
                == 0;
    }

    long connections() {
        return number(
                "select count(*) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid()");
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url.startsWith("jdbc:") ? url : "jdbc:" + url);
    }
}
