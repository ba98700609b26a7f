package dev.atelier.adapters.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import dev.atelier.domain.InvalidValue;

import io.helidon.dbclient.DbClientException;
import io.helidon.dbclient.jdbc.JdbcConnectionPool;

import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

import javax.sql.DataSource;

/// Connections to the database, none of which waits for anything without end.
final class ConnectionPool implements JdbcConnectionPool, AutoCloseable {

    private static final long PATIENCE_MILLIS = 3_000;

    /// Every statement here is written to walk an index, one row after the other. The planner is
    /// held to that, because it decides once and keeps the plan: what is quickest on the empty
    /// tables of a new database is ruinous a minute later, before the first statistics are in.
    /// Servers that lack one of these settings do without it. A transaction is over before an entry
    /// that it wrote counts as settled, see [dev.atelier.application.port.out.JobLog#SETTLES].
    private static final String SESSION =
            """
            select set_config(s.name, v.setting, false)
            from pg_settings s
            join (values
                ('statement_timeout', '10s'),
                ('lock_timeout', '5s'),
                ('idle_in_transaction_session_timeout', '10s'),
                ('transaction_timeout', '25s'),
                ('enable_seqscan', 'off'),
                ('enable_hashjoin', 'off'),
                ('enable_mergejoin', 'off'),
                ('jit', 'off')
            ) as v (name, setting) on v.name = s.name
            """;

    private final DatabaseUrl url;
    private final Properties properties;
    private final HikariDataSource pool;

    ConnectionPool(PostgresSettings settings) {
        url = DatabaseUrl.parse(settings.url());
        properties = properties(settings, url);
        pool = new HikariDataSource(hikari(settings));
    }

    private HikariConfig hikari(PostgresSettings settings) {
        var config = new HikariConfig();
        config.setPoolName("atelier");
        config.setJdbcUrl(url.jdbc());
        config.setDataSourceProperties(properties);
        config.setMaximumPoolSize(settings.poolSize());
        config.setMinimumIdle(Math.min(2, settings.poolSize()));
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setValidationTimeout(PATIENCE_MILLIS / 2);
        config.setConnectionInitSql(SESSION);
        config.setInitializationFailTimeout(-1);
        return config;
    }

    private static Properties properties(PostgresSettings settings, DatabaseUrl url) {
        var all = new Properties();
        all.setProperty("ApplicationName", "atelier");
        all.setProperty("connectTimeout", "3");
        all.setProperty("socketTimeout", "15");
        all.setProperty("tcpKeepAlive", "true");
        // What users write must not get into our logs by way of an error's detail.
        all.setProperty("logServerErrorDetail", "false");
        all.putAll(url.properties());
        // DbClient binds text where a column is uuid or jsonb: the server shall find out the type.
        all.setProperty("stringtype", "unspecified");
        if (settings.user() != null) {
            all.setProperty("user", settings.user());
        }
        if (settings.password() != null) {
            all.setProperty("password", settings.password());
        }
        if (settings.schema() != null) {
            all.setProperty("currentSchema", settings.schema());
        }
        return all;
    }

    @Override
    public Connection connection() {
        try {
            return pool.getConnection();
        } catch (SQLException e) {
            throw new DbClientException("no connection to the database", e);
        }
    }

    /// A connection of the caller's own, as bare as the driver makes it.
    Connection connectAlone() throws SQLException {
        return DriverManager.getConnection(url.jdbc(), properties);
    }

    /// Connections for work that may take its time.
    DataSource withoutTimeLimits() {
        var unpooled = new PGSimpleDataSource();
        unpooled.setUrl(url.jdbc());
        try {
            for (var name : properties.stringPropertyNames()) {
                if (PGProperty.forName(name) != null) {
                    unpooled.setProperty(name, properties.getProperty(name));
                }
            }
            unpooled.setSocketTimeout(0);
            return unpooled;
        } catch (SQLException refused) {
            throw new InvalidValue("a parameter of the database URL has a wrong value");
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
