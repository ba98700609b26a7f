package dev.atelier.adapters.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/// The one PostgreSQL server of all tests of this module, started by the first that needs it.
final class TestServer {

    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestServer() {}

    private static EmbeddedPostgres start() {
        try {
            var server =
                    EmbeddedPostgres.builder()
                            .setServerConfig("fsync", "off")
                            .setServerConfig("max_connections", "300")
                            .start();
            requireVersion(server);
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The build asks for a version by the property `postgres`; then it is that one or none.
    private static void requireVersion(EmbeddedPostgres server) {
        var wanted = System.getProperty("postgres");
        try (var connection = server.getPostgresDatabase().getConnection()) {
            var version = connection.getMetaData().getDatabaseMajorVersion();
            if (wanted != null && Integer.parseInt(wanted) != version) {
                throw new IllegalStateException("PostgreSQL " + version + ", not " + wanted);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static int port() {
        return SERVER.getPort();
    }

    /// The URL of a database that is new and empty.
    static String newDatabase() {
        var name = "test_" + DATABASES.incrementAndGet();
        try (var connection = SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return "postgresql://postgres@localhost:" + SERVER.getPort() + "/" + name;
    }
}
