package dev.atelier.adapters.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import io.helidon.dbclient.DbClientException;
import io.helidon.dbclient.jdbc.JdbcConnectionPool;

import java.sql.Connection;
import java.sql.SQLException;

/// Connections to the database, none of which waits for anything without end.
final class ConnectionPool implements JdbcConnectionPool, AutoCloseable {

    private static final long PATIENCE_MILLIS = 3_000;

    private final HikariDataSource pool;

    private ConnectionPool(HikariConfig config) {
        pool = new HikariDataSource(config);
    }

    /// Connections that lead to the server itself, and are ours alone.
    static ConnectionPool direct(Access access, int size) {
        var config = configuration(access, size);
        config.setConnectionInitSql(SessionSettings.ofConnection());
        return new ConnectionPool(config);
    }

    /// Connections to a pooler, which shares those behind it with others.
    static ConnectionPool shared(Access access, int size) {
        return new ConnectionPool(configuration(access.shared(), size));
    }

    private static HikariConfig configuration(Access access, int size) {
        var config = new HikariConfig();
        config.setPoolName("atelier");
        config.setJdbcUrl(access.url().jdbc());
        config.setDataSourceProperties(access.properties());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(2, size));
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setValidationTimeout(PATIENCE_MILLIS / 2);
        config.setInitializationFailTimeout(-1);
        return config;
    }

    @Override
    public Connection connection() {
        try {
            return pool.getConnection();
        } catch (SQLException e) {
            throw new DbClientException("no connection to the database", e);
        }
    }

    /// Connections that somebody has at this moment.
    int inUse() {
        return pool.getHikariPoolMXBean().getActiveConnections();
    }

    int size() {
        return pool.getMaximumPoolSize();
    }

    /// How many wait for a connection.
    int waiting() {
        return pool.getHikariPoolMXBean().getThreadsAwaitingConnection();
    }

    @Override
    public void close() {
        pool.close();
    }
}
