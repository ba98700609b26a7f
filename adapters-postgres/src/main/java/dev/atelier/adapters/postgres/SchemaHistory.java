package dev.atelier.adapters.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.helidon.dbclient.DbClientException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/// Whether Flyway would find nothing to do. It takes several hundred milliseconds to say so, and
/// most starts are on tables that are up to date: here it is one query. Whatever is not exactly as
/// it should be is left to Flyway, which knows what to do or to say.
final class SchemaHistory {

    private static final String FOLDER = "db/migration/";

    /// A migration that failed, or one that has no version, is none of ours.
    private static final String APPLIED =
            "select version, case when success then checksum end from flyway_schema_history";

    private static final String NO_SUCH_TABLE = "42P01";

    private SchemaHistory() {}

    /// @param connection its `search_path` begins with the schema of the tables; it is closed
    static boolean isCurrent(Connection connection) {
        try (connection) {
            return applied(connection).equals(known());
        } catch (SQLException failure) {
            if (NO_SUCH_TABLE.equals(failure.getSQLState())) {
                return false;
            }
            throw SqlFailures.translated(
                    new DbClientException("the history of the tables cannot be read", failure));
        }
    }

    private static Map<String, @Nullable Integer> applied(Connection connection)
            throws SQLException {
        var applied = new TreeMap<String, @Nullable Integer>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(APPLIED)) {
            while (rows.next()) {
                applied.put(String.valueOf(rows.getString(1)), rows.getObject(2, Integer.class));
            }
        }
        return applied;
    }

    /// The migrations of this code by version, with Flyway's checksums.
    private static Map<String, Integer> known() {
        var loader = SchemaHistory.class.getClassLoader();
        var known = new TreeMap<String, Integer>();
        try {
            for (var name : names(loader.getResource(FOLDER))) {
                var version = name.substring(1, name.indexOf("__"));
                known.put(version, checksum(loader.getResource(FOLDER + name)));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return known;
    }

    private static List<String> names(@Nullable URL folder) throws IOException {
        if (folder != null && folder.openConnection() instanceof JarURLConnection jar) {
            return jar.getJarFile().stream()
                    .filter(entry -> entry.getName().startsWith(FOLDER) && !entry.isDirectory())
                    .map(entry -> entry.getName().substring(FOLDER.length()))
                    .toList();
        }
        if (folder == null) {
            return List.of();
        }
        try (var files = Files.list(Path.of(URI.create(folder.toString())))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /// Of the lines without their ends, so that it is the same on every system.
    private static int checksum(@Nullable URL migration) throws IOException {
        var sum = new CRC32();
        if (migration != null) {
            try (var text = migration.openStream()) {
                new String(text.readAllBytes(), UTF_8)
                        .lines()
                        .forEach(line -> sum.update(line.getBytes(UTF_8)));
            }
        }
        return (int) sum.getValue();
    }
}
