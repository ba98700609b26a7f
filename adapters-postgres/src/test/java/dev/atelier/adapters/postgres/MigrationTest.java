package dev.atelier.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.domain.job.WebhookUrl;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.contract.JobsContract;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/// The tables: how they come to be, and what they refuse to hold.
final class MigrationTest extends PostgresTest implements JobsContract {

    @Test
    void an_empty_database_is_brought_up_to_date_and_a_second_time_changes_nothing() {
        var settings = PostgresSettings.at(TestServer.newDatabase()).withPoolSize(2);

        PostgresAdapter.open(settings).close();

        assertThatCode(() -> PostgresAdapter.open(settings).close()).doesNotThrowAnyException();
    }

    @Test
    void a_database_that_is_up_to_date_is_known_without_flyway() throws Exception {
        var files = Path.of("src/main/resources/db/migration").toFile().list();
        var settings = PostgresSettings.at(TestServer.newDatabase()).withPoolSize(2);
        var access = Access.through(settings.url(), settings);

        assertThat(files).hasSize(SchemaHistory.MIGRATIONS - 1);
        try (var connection = access.connect()) {
            assertThat(SchemaHistory.isCurrent(connection, null)).isFalse();
            PostgresAdapter.open(settings).close();
            assertThat(SchemaHistory.isCurrent(connection, null)).isTrue();
            try (var undo = connection.createStatement()) {
                undo.execute(
                        "update flyway_schema_history set success = false where version = '10'");
            }
            assertThat(SchemaHistory.isCurrent(connection, null)).isFalse();
        }
    }

    @Test
    void nodes_that_start_at_once_all_start() throws Exception {
        var settings = PostgresSettings.at(TestServer.newDatabase()).withPoolSize(2);
        var starts = new ArrayList<Callable<Long>>();
        for (int n = 0; n < 4; n++) {
            starts.add(
                    () -> {
                        try (var node = PostgresAdapter.open(settings)) {
                            return node.catalogue().pulse().queued();
                        }
                    });
        }

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var start : threads.invokeAll(starts)) {
                assertThat(start.get()).isZero();
            }
        }
    }

    @Test
    void two_schemas_of_one_database_know_nothing_of_each_other() {
        var settings = PostgresSettings.at(TestServer.newDatabase()).withPoolSize(2);

        try (var one = PostgresAdapter.open(settings.withSchema("one"));
                var two = PostgresAdapter.open(settings.withSchema("two"))) {
            one.store().add(Jobs.submission());

            assertThat(one.catalogue().pulse().queued()).isEqualTo(1);
            assertThat(two.catalogue().pulse().queued()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status = 'paused'",
                "next_processing_at = null",
                "worker_id = id",
                "started_at = now()",
                "completed_at = now()",
                "status = 'processing'",
                "status = 'processing', next_processing_at = null, worker_id = id",
                "status = 'completed', next_processing_at = null, fair_turn = null,"
                        + " started_at = now(), completed_at = now(), object_count = 1",
                "status = 'completed', next_processing_at = null, fair_turn = null,"
                        + " started_at = now(), completed_at = now(), canvas_id = 'c'",
                "status = 'failed', next_processing_at = null, fair_turn = null,"
                        + " completed_at = now()",
                "status = 'cancelled', next_processing_at = null, completed_at = now()",
                "status = 'cancelled', next_processing_at = null, fair_turn = null",
                "result_data = '{}'",
                "object_count = 3",
                "error_message = 'why'",
                "failure_kind = 'transient', error_message = 'why'",
                "retry_count = max_retries + 1",
                "retry_count = -1",
                "user_id = ''"
            })
    void a_row_that_no_state_allows_is_refused(String change) {
        added(by(Jobs.ALICE));

        assertThatThrownBy(() -> database().execute("update ai_jobs set " + change))
                .hasMessageContaining("violates");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status = 'lost'",
                "status = 'delivered'",
                "next_attempt_at = null",
                "asked_after = 1",
                "attempt = -1"
            })
    void a_message_in_no_known_state_is_refused(String change) {
        saved(added(by(Jobs.ALICE).toldTo(new WebhookUrl("https://a.example"))).cancel(now()));

        assertThatThrownBy(() -> database().execute("update webhook_deliveries set " + change))
                .hasMessageContaining("violates");
    }

    @Test
    void a_queued_row_may_become_cancelled() {
        added(by(Jobs.ALICE));

        var changed =
                database()
                        .execute(
                                """
                                update ai_jobs set status = 'cancelled', fair_turn = null,
                                    next_processing_at = null, completed_at = now()
                                """);

        assertThat(changed).isEqualTo(1);
    }
}
