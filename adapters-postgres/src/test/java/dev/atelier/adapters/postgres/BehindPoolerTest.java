package dev.atelier.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.domain.InvalidValue;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.contract.CanvasStoreContract;
import dev.atelier.testkit.contract.FairnessContract;
import dev.atelier.testkit.contract.JobFeedContract;
import dev.atelier.testkit.contract.JobQueueContract;
import dev.atelier.testkit.contract.JobStoreContract;
import dev.atelier.testkit.contract.JobsContract;
import dev.atelier.testkit.contract.OncePerKeyContract;
import dev.atelier.testkit.contract.OutlookContract;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;

/// Everything works with a pooler in between that gives each transaction another connection, and
/// nothing of ours stays on the connections that others get next.
@EnabledIf("isInstalled")
final class BehindPoolerTest {

    /// So few that clients do change connections.
    private static final int SHARED = 3;

    @TempDir private static Path home;
    private static @Nullable PgBouncer pooler;

    @BeforeAll
    static void start() throws IOException {
        pooler = PgBouncer.start(SHARED, home);
    }

    @AfterAll
    static void stop() throws IOException {
        pooler().close();
    }

    private static PgBouncer pooler() {
        return Objects.requireNonNull(pooler);
    }

    static boolean isInstalled() {
        var installed = PgBouncer.installed().isPresent();
        if (!installed) {
            System.err.println("NOT TESTED: work behind PgBouncer, which is not installed here");
        }
        return installed;
    }

    private static PostgresSettings through(String direct) {
        return PostgresSettings.at(pooler().before(direct)).withPoolSize(6);
    }

    abstract static class PooledTest extends PostgresTest {

        @Override
        TestDatabase newDatabase() {
            var direct = TestServer.newDatabase();
            return new TestDatabase(through(direct).withDirectUrl(direct));
        }
    }

    @Nested
    class Canvases extends PooledTest implements CanvasStoreContract {}

    @Nested
    class Fairness extends PooledTest implements FairnessContract {}

    @Nested
    class Feed extends PooledTest implements JobFeedContract {}

    @Nested
    class Queue extends PooledTest implements JobQueueContract {}

    @Nested
    class Sights extends PooledTest implements OutlookContract {}

    @Nested
    class Store extends PooledTest implements JobStoreContract {}

    @Nested
    class OncePerKey extends PooledTest implements OncePerKeyContract {}

    @Nested
    class Connecting extends PooledTest implements JobsContract {

        @Test
        void the_pooler_is_noticed_and_so_is_its_absence() throws SQLException {
            var direct = TestServer.newDatabase();

            assertThat(isPooled(through(direct))).isTrue();
            assertThat(isPooled(PostgresSettings.at(direct))).isFalse();
        }

        private boolean isPooled(PostgresSettings settings) throws SQLException {
            var access = Access.through(settings.url(), settings);
            try (var connection = access.connect()) {
                return Access.isPooled(connection);
            }
        }

        @Test
        void what_we_set_stays_on_no_connection() {
            for (int n = 0; n < 20; n++) {
                added(by(Jobs.ALICE));
            }

            for (int n = 0; n < 2 * SHARED; n++) {
                assertThat(database().texts("select current_setting('enable_seqscan')"))
                        .containsExactly("on");
                assertThat(database().number("select count(*) from pg_prepared_statements"))
                        .isZero();
            }
        }

        @Test
        void a_statement_that_takes_too_long_is_ended_all_the_same() {
            var opened = Connections.open(database().settings());
            try (opened) {
                var limit =
                        opened.transactions()
                                .each(
                                        sql ->
                                                sql.createQuery(
                                                                "select"
                                                                    + " current_setting('statement_timeout')"
                                                                    + " as t")
                                                        .execute()
                                                        .map(row -> row.column("t").getString())
                                                        .findFirst()
                                                        .orElseThrow());
                assertThat(limit).isEqualTo("10s");
            }
        }

        @Test
        void tables_are_brought_up_to_date_by_the_direct_way_alone() {
            var direct = TestServer.newDatabase();
            var alone = through(direct);

            assertThatThrownBy(() -> PostgresAdapter.open(alone))
                    .isInstanceOf(InvalidValue.class)
                    .hasMessageContaining("DATABASE_DIRECT_URL");
            PostgresAdapter.open(alone.withDirectUrl(direct)).close();

            assertThatCode(() -> PostgresAdapter.open(alone).close()).doesNotThrowAnyException();
        }

        @Test
        void a_direct_way_that_is_none_is_refused() {
            var settings = through(TestServer.newDatabase());

            assertThatThrownBy(() -> PostgresAdapter.open(settings.withDirectUrl(settings.url())))
                    .isInstanceOf(InvalidValue.class)
                    .hasMessageContaining("pooler");
        }

        @Test
        void in_a_schema_of_its_own_it_keeps_to_it() {
            var direct = TestServer.newDatabase();
            var settings = through(direct).withDirectUrl(direct).withSchema("apart");

            try (var node = PostgresAdapter.open(settings)) {
                node.store().add(Jobs.submission());

                assertThat(node.catalogue().pulse().queued()).isEqualTo(1);
            }
        }

        @Test
        void a_node_without_the_direct_way_works_and_does_not_listen() {
            try (var deaf = PostgresAdapter.open(database().settings().withDirectUrl(null))) {
                var job = added(by(Jobs.ALICE));

                assertThat(deaf.store().find(job.id(), Jobs.ALICE)).contains(job);
                var listeners =
                        database()
                                .number(
                                        """
                                        select count(*) from pg_stat_activity
                                        where datname = current_database()
                                            and query like 'listen%'
                                        """);
                assertThat(listeners).isEqualTo(1);
            }
        }
    }
}
