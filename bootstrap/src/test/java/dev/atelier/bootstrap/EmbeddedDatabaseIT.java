package dev.atelier.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

final class EmbeddedDatabaseIT {

    @TempDir Path home;

    @Test
    void it_keeps_what_was_committed_from_one_run_to_the_next() throws SQLException {
        try (var first = EmbeddedDatabase.start(home)) {
            ask(first, "select lo_from_bytea(4711, 'kept')");
        }
        try (var second = EmbeddedDatabase.start(home)) {
            assertThat(ask(second, "select convert_from(lo_get(4711), 'UTF8')")).isEqualTo("kept");
        }
    }

    @Test
    void a_commit_is_on_the_disk_before_it_is_acknowledged() throws SQLException {
        try (var database = EmbeddedDatabase.start(home)) {
            assertThat(ask(database, "show fsync")).isEqualTo("on");
            assertThat(ask(database, "show synchronous_commit")).isEqualTo("on");
        }
    }

    @Test
    void one_process_at_a_time_may_use_a_directory() {
        try (var _ = EmbeddedDatabase.start(home)) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(home))
                    .isInstanceOf(WrongSetting.class)
                    .hasMessageContaining("DATA_DIR");
        }
    }

    @Test
    void a_directory_that_cannot_be_used_is_said_in_one_line() throws IOException {
        var file = Files.createFile(home.resolve("not-a-directory"));
        assertThatThrownBy(() -> EmbeddedDatabase.start(file))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("DATA_DIR=" + file);
    }

    private static String ask(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url());
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
