package dev.atelier.adapters.postgres;

import dev.atelier.application.port.out.StoreUnavailable;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/// What a failure of the database means to us, by its SQLSTATE (PostgreSQL manual, appendix A).
final class SqlFailures {

    private static final Set<String> UNDONE_FOR_ANOTHER = Set.of("40001", "40P01");

    /// Read-only: the server is a standby now. 57014: cancelled, as by a timeout. 55P03: a lock
    /// could not be had in time.
    private static final Set<String> NOT_NOW = Set.of("25006", "57014", "55P03");

    private SqlFailures() {}

    static RuntimeException translated(RuntimeException failure) {
        return isUnavailable(failure) ? new StoreUnavailable(failure) : failure;
    }

    /// What the driver said outside of any transaction.
    static RuntimeException unavailable(SQLException failure) {
        return new StoreUnavailable(failure);
    }

    static boolean isWorthRepeating(Throwable failure) {
        var sql = sqlCause(failure);
        return sql != null && UNDONE_FOR_ANOTHER.contains(state(sql));
    }

    /// The values themselves were refused: trying them again will not help.
    static boolean isRefusedData(Throwable failure) {
        var sql = sqlCause(failure);
        return sql != null && (state(sql).startsWith("22") || state(sql).startsWith("23"));
    }

    /// A key is there already.
    static boolean isTaken(Throwable failure) {
        var sql = sqlCause(failure);
        return sql != null && state(sql).equals("23505");
    }

    /// The database's user has not the right to do it.
    static boolean isForbidden(Throwable failure) {
        var sql = sqlCause(failure);
        return sql != null && state(sql).equals("42501");
    }

    static boolean isUnavailable(Throwable failure) {
        var sql = sqlCause(failure);
        if (sql == null) {
            return false;
        }
        var state = state(sql);
        return sql instanceof SQLTransientConnectionException
                || state.isEmpty()
                || NOT_NOW.contains(state)
                || switch (state.substring(0, 2)) {
                    // Connection, authorisation, resources, operator, system, server's own error.
                    case "08", "28", "53", "57", "58", "XX" -> true;
                    default -> isWorthRepeating(failure);
                };
    }

    private static String state(SQLException failure) {
        var state = failure.getSQLState();
        return state == null ? "" : state;
    }

    private static @Nullable SQLException sqlCause(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
