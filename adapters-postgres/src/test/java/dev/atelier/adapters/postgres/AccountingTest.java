package dev.atelier.adapters.postgres;

import static dev.atelier.testkit.Jobs.ALICE;
import static dev.atelier.testkit.Jobs.BOB;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.contract.JobsContract;
import dev.atelier.testkit.contract.Together;

import org.junit.jupiter.api.Test;

import java.util.List;

/// Moves are noted in their commit and counted later: nobody can tell the difference.
final class AccountingTest extends PostgresTest implements JobsContract {

    private static final String NOTES = "select count(*) from ai_job_moves";
    private static final String SUMS =
            "select coalesce(sum(completions), 0) from ai_job_stats where user_id = ''";

    private Accounting accounting() {
        return new Accounting(database().transactions());
    }

    private void everyKindOfMove() {
        var worker = aLiveWorker();
        added(by(ALICE));
        running(ALICE, worker);
        saved(Jobs.completion(running(ALICE, worker), now()));
        saved(Jobs.failure(running(ALICE, worker), now()));
        saved(Jobs.requeue(running(ALICE, worker), now(), now()));
        saved(added(by(ALICE)).cancel(now()));
        saved(Jobs.completion(running(BOB, worker), now()));
    }

    @Test
    void what_is_noted_reads_as_what_is_counted() {
        everyKindOfMove();
        var noted = List.of(jobs().catalogue().stats(ALICE), jobs().catalogue().stats(BOB));

        accounting().countAll();

        assertThat(database().number(NOTES)).isZero();
        assertThat(List.of(jobs().catalogue().stats(ALICE), jobs().catalogue().stats(BOB)))
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(".*oldestQueuedSeconds")
                .isEqualTo(noted);
        assertThat(noted.getFirst().queued()).isEqualTo(2);
        assertThat(noted.getFirst().processing()).isEqualTo(1);
        assertThat(noted.getFirst().completed()).isEqualTo(1);
        assertThat(jobs().catalogue().pulse().queued()).isEqualTo(2);
    }

    @Test
    void those_who_count_at_once_count_each_move_once() {
        everyKindOfMove();
        var completed = 2;

        Together.call(
                8,
                _ -> {
                    accounting().countAll();
                    return null;
                });

        assertThat(database().number(NOTES)).isZero();
        assertThat(database().number(SUMS)).isEqualTo(completed);
    }

    @Test
    void a_node_counts_what_it_moved() {
        everyKindOfMove();

        await().untilAsserted(() -> assertThat(database().number(NOTES)).isZero());

        assertThat(database().number(SUMS)).isEqualTo(2);
    }

    @Test
    void a_node_counts_at_its_start_what_another_left() {
        database()
                .execute(
                        """
                        insert into ai_job_moves (was, becomes, user_ids, at, wait_micros)
                        values (null, 'queued', array['alice'], array[now()],
                            array[CAST(null AS bigint)])
                        """);

        database().openNode();

        await().untilAsserted(() -> assertThat(database().number(NOTES)).isZero());
        assertThat(jobs().catalogue().stats(ALICE).queued()).isEqualTo(1);
    }
}
