package dev.atelier.adapters.postgres;

import dev.atelier.application.port.out.StoreUnavailable;
import dev.atelier.domain.InvalidValue;

import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.jdbc.JdbcClientBuilder;
import io.helidon.dbclient.jdbc.JdbcParametersConfig;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.SQLException;

/// A node's ways to its database, whose tables are up to date: a pool for the work, and one that
/// leads to the server itself, for what no pooler lets through.
///
/// @param own for listening; null where every way known leads to a pooler
record Connections(ConnectionPool pool, Transactions transactions, @Nullable Access own)
        implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

    private static final String PASS_THE_POOLER =
            "leads to a pooler, through which tables are not brought up to date:"
                    + " DATABASE_DIRECT_URL must lead to the server itself";

    /// @throws InvalidValue if a URL cannot be one, or if nothing but a pooler can be reached and
    ///   the tables are not up to date
    /// @throws StoreUnavailable if the database does not answer
    static Connections open(PostgresSettings settings) {
        var usual = Access.through(settings.url(), settings);
        try {
            var found = look(usual, settings.schema());
            return found.pooled()
                    ? behindPooler(usual, found.current(), settings)
                    : direct(usual, found.current(), settings);
        } catch (SQLException failure) {
            throw SqlFailures.unavailable(failure);
        }
    }

    /// @param current whether the tables are up to date
    private record Found(boolean pooled, boolean current) {}

    private static Found look(Access usual, @Nullable String schema) throws SQLException {
        try (var connection = usual.shared().connect()) {
            return new Found(
                    Access.isPooled(connection), SchemaHistory.isCurrent(connection, schema));
        }
    }

    private static Connections direct(Access usual, boolean current, PostgresSettings settings) {
        bringUpToDate(usual, current, settings);
        var pool = ConnectionPool.direct(usual, settings.poolSize());
        return new Connections(pool, Transactions.on(client(pool)), usual);
    }

    private static Connections behindPooler(
            Access usual, boolean current, PostgresSettings settings) throws SQLException {
        var own = pastPooler(settings);
        if (own != null) {
            bringUpToDate(own, current, settings);
        } else if (current) {
            LOG.warn(
                    "A pooler stands before the database and there is no way past it: other nodes"
                            + " are not heard, and their news is found by looking for it");
        } else {
            // Flyway's lock would be left with whoever gets the pooler's connection next.
            throw new InvalidValue(PASS_THE_POOLER);
        }
        var pool = ConnectionPool.shared(usual, settings.poolSize());
        var opening = SessionSettings.ofTransaction(settings.schema());
        return new Connections(pool, Transactions.on(client(pool), opening), own);
    }

    /// @throws InvalidValue if the URL cannot be one, or leads to a pooler
    /// @throws StoreUnavailable if the database does not answer
    static Migrated migrate(PostgresSettings settings) {
        var own = Access.through(settings.url(), settings);
        try {
            if (look(own, settings.schema()).pooled()) {
                throw new InvalidValue(PASS_THE_POOLER);
            }
        } catch (SQLException failure) {
            throw SqlFailures.unavailable(failure);
        }
        return Migrations.run(own.withoutTimeLimits(), settings.schema());
    }

    private static void bringUpToDate(Access own, boolean current, PostgresSettings settings) {
        if (!current) {
            Migrations.run(own.withoutTimeLimits(), settings.schema());
        }
    }

    private static @Nullable Access pastPooler(PostgresSettings settings) throws SQLException {
        var url = settings.directUrl();
        if (url == null) {
            return null;
        }
        var own = Access.through(url, settings);
        try (var connection = own.shared().connect()) {
            if (Access.isPooled(connection)) {
                throw new InvalidValue("leads to a pooler, and so does DATABASE_DIRECT_URL");
            }
        }
        return own;
    }

    private static DbClient client(ConnectionPool pool) {
        return JdbcClientBuilder.create()
                .connectionPool(pool)
                .parametersSetter(JdbcParametersConfig.builder().useStringBinding(false).build())
                .build();
    }

    @Override
    public void close() {
        pool.close();
    }
}
