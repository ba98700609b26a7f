package dev.atelier.bootstrap.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/// A PostgreSQL with the peers' settings: durable, and as it comes but for its memory.
record BenchServer(EmbeddedPostgres postgres) implements AutoCloseable {

    static BenchServer start(Path folder) throws IOException {
        return new BenchServer(
                EmbeddedPostgres.builder()
                        .setDataDirectory(folder)
                        .setCleanDataDirectory(true)
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("shared_buffers", "512MB")
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                        .start());
    }

    /// @return its address
    String freshDatabase() throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists bench with (force)");
            statement.execute("create database bench");
        }
        return postgres.getJdbcUrl("postgres", "bench");
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
