package dev.atelier.adapters.postgres.growth;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Compares each [Operation] on a small database with the same on a large one, in turns on one
/// server, and prints the medians as a table.
public final class GrowthBenchmark {

    private static final int WARM_UP = 10;
    private static final long SMALL = 10_000;

    private GrowthBenchmark() {}

    /// @param arguments a folder for the data, how many ended jobs the large one has (a tenth as
    ///   many wait), and how often each operation is measured
    public static void main(String[] arguments) throws IOException, SQLException {
        var large = Long.parseLong(arguments[1]);
        var rounds = Integer.parseInt(arguments[2]);
        var folder = Path.of(arguments[0]);
        var loaded = folder.resolveSibling("loaded-" + large);
        try (var server = server(folder);
                var few = GrownDatabase.load(database(server, "few"), SMALL, SMALL / 10)) {
            try (var many =
                    Files.exists(loaded)
                            ? GrownDatabase.open(url(server, "many"))
                            : GrownDatabase.load(database(server, "many"), large, large / 10)) {
                Files.writeString(loaded, "kept for the next run: purged of what it measured");
                System.out.printf(
                        "%,d ended and %,d queued jobs (%,d MB) against %,d and %,d (%,d MB)%n%n",
                        large, large / 10, many.size(), SMALL, SMALL / 10, few.size());
                System.out.println("| operation | small, ms | large, ms | ratio |");
                System.out.println("|---|---|---|---|");
                for (var operation : Operation.all()) {
                    print(operation, few, many, rounds);
                }
            }
        }
    }

    private static EmbeddedPostgres server(Path folder) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", "1GB")
                .setServerConfig("max_wal_size", "8GB")
                .setServerConfig("maintenance_work_mem", "1GB")
                .start();
    }

    private static String database(EmbeddedPostgres server, String name) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name);
            statement.execute("create database " + name);
        }
        return url(server, name);
    }

    private static String url(EmbeddedPostgres server, String name) {
        return "postgresql://localhost:" + server.getPort() + "/" + name + "?user=postgres";
    }

    private static void print(
            Operation operation, GrownDatabase few, GrownDatabase many, int rounds) {
        for (int n = 0; n < WARM_UP; n++) {
            millis(operation, few);
            millis(operation, many);
        }
        var small = new ArrayList<Double>();
        var large = new ArrayList<Double>();
        for (int n = 0; n < rounds; n++) {
            small.add(millis(operation, few));
            large.add(millis(operation, many));
        }
        System.out.printf(
                "| %s | %.2f | %.2f | %.2f |%n",
                operation.name(), median(small), median(large), median(large) / median(small));
    }

    private static double millis(Operation operation, GrownDatabase database) {
        var before = System.nanoTime();
        operation.work().accept(database.node());
        var nanos = System.nanoTime() - before;
        database.putBackClaimed();
        return nanos / 1e6;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
