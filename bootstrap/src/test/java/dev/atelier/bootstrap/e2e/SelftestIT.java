package dev.atelier.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;

/// A small self-test, as an operator starts it.
final class SelftestIT {

    @TempDir static Path home;

    private static Database database;

    @BeforeAll
    static void startDatabase() {
        database = Database.start(home.resolve("postgres"));
    }

    @AfterAll
    static void stopDatabase() {
        database.close();
    }

    @Test
    void nothing_is_lost_and_nothing_ends_twice_and_the_database_is_left_as_it_was() {
        try (var node =
                Node.run(
                        Map.of("DATABASE_URL", database.url()),
                        "selftest",
                        "--jobs=400",
                        "--kills=2",
                        "--freezes=1",
                        "--cuts=1",
                        "--lease=3")) {
            assertThat(node.awaitExit()).as(node.output()).isZero();
            assertThat(node.output().lines())
                    .contains(
                            "submitted       400",
                            "completed       400",
                            "lost            0",
                            "finished twice  0",
                            "passed")
                    .noneMatch(line -> line.equals("taken over      0"))
                    .noneMatch(line -> line.contains("WARN"));
        }
        assertThat(database.query("select nspname from pg_namespace where nspname like 'atelier%'"))
                .isEmpty();
        assertThat(database.query("select relname from pg_class where relname = 'ai_jobs'"))
                .isEmpty();
    }

    @Test
    void a_user_who_may_not_create_a_schema_is_told_in_one_line() {
        database.execute("create role guest login");
        var url = database.url().replace("postgres@", "guest@");
        try (var node = Node.run(Map.of("DATABASE_URL", url), "selftest")) {
            assertThat(node.awaitExit()).isEqualTo(1);
            assertThat(node.output().lines()).hasSize(1);
            assertThat(node.output()).contains("CREATE on the database");
        }
    }

    @Test
    void an_option_that_makes_no_sense_ends_with_2() {
        try (var node = Node.run(Map.of(), "selftest", "--jobs=many")) {
            assertThat(node.awaitExit()).isEqualTo(2);
            assertThat(node.output().lines()).hasSize(1);
            assertThat(node.output()).contains("--jobs many");
        }
    }
}
