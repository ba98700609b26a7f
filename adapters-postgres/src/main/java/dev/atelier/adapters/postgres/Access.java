package dev.atelier.adapters.postgres;

import dev.atelier.adapters.postgres.driver.PromptSockets;
import dev.atelier.domain.InvalidValue;

import org.postgresql.PGConnection;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

import javax.sql.DataSource;

/// A way to the database: its address, and what is said at log-in.
record Access(DatabaseUrl url, Properties properties) {

    /// @throws InvalidValue if the URL cannot be one
    static Access through(String url, PostgresSettings settings) {
        var parsed = DatabaseUrl.parse(url);
        return new Access(parsed, properties(settings, parsed));
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

    /// The same way, for a pooler: it may give each transaction another of its connections, where
    /// nothing that was prepared or set before is known. Of what it would refuse at log-in, the
    /// schema is told to each transaction, see [SessionSettings].
    Access shared() {
        var all = new Properties();
        all.putAll(properties);
        all.setProperty("prepareThreshold", "0");
        all.remove("currentSchema");
        return new Access(url, all);
    }

    /// The same way, for a connection to listen on.
    Access prompt() {
        var all = new Properties();
        all.setProperty("socketFactory", PromptSockets.class.getName());
        all.putAll(properties);
        return new Access(url, all);
    }

    /// A connection of the caller's own, as bare as the driver makes it.
    Connection connect() throws SQLException {
        return DriverManager.getConnection(url.jdbc(), properties);
    }

    /// Whether a pooler stands in between: then the process that answers is not the one that was
    /// named at log-in.
    static boolean isPooled(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery("select pg_backend_pid()")) {
            answer.next();
            return answer.getInt(1) != connection.unwrap(PGConnection.class).getBackendPID();
        }
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

    /// Says nothing that would be a pity to find in a log.
    @Override
    public String toString() {
        return "Access[" + url + "]";
    }
}
