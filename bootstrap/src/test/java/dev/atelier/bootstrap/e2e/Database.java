package dev.atelier.bootstrap.e2e;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// A real PostgreSQL that a test may stop and start.
final class Database implements AutoCloseable {

    private final Path directory;
    private EmbeddedPostgres server;

    private Database(Path directory, EmbeddedPostgres server) {
        this.directory = directory;
        this.server = server;
    }

    static Database start(Path directory) {
        return new Database(directory, open(directory, 0));
    }

    /// As platforms hand it out.
    String url() {
        return "postgresql://postgres@127.0.0.1:" + server.getPort() + "/postgres";
    }

    void stop() {
        try {
            server.close();
        } catch (IOException unclean) {
            throw new UncheckedIOException(unclean);
        }
    }

    void startAgain() {
        server = open(directory, server.getPort());
    }

    /// The first column of every row.
    List<String> query(String sql) {
        try (var connection =
                        DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException failed) {
            throw new AssertionError(sql, failed);
        }
    }

    void execute(String sql) {
        try (var connection =
                        DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new AssertionError(sql, failed);
        }
    }

    long count(String sql) {
        return Long.parseLong(query(sql).getFirst());
    }

    @Override
    public void close() {
        stop();
    }

    private static EmbeddedPostgres open(Path directory, int port) {
        try {
            var builder =
                    EmbeddedPostgres.builder()
                            .setDataDirectory(directory)
                            .setCleanDataDirectory(false)
                            .setServerConfig("fsync", "on")
                            .setServerConfig("synchronous_commit", "on")
                            .setServerConfig("max_connections", "200");
            return (port == 0 ? builder : builder.setPort(port)).start();
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
    }
}
