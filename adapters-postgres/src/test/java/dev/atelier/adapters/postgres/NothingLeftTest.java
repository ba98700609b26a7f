package dev.atelier.adapters.postgres;

import static dev.atelier.testkit.Jobs.ALICE;
import static dev.atelier.testkit.Jobs.BOB;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.application.administer.EraseUserService;
import dev.atelier.application.port.in.EraseUser.Command;
import dev.atelier.application.port.in.EraseUser.Erased;
import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.domain.job.IdempotencyKey;
import dev.atelier.domain.job.UserId;
import dev.atelier.domain.job.WebhookUrl;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.contract.JobsContract;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// After a user was erased no table holds a row of theirs, whichever tables there are by then.
final class NothingLeftTest extends PostgresTest implements JobsContract {

    private static final WebhookUrl HOOK = new WebhookUrl("https://hooks.example/in");

    private Erased erased(UserId user) {
        var node = database().node();
        return new EraseUserService(
                        node.overview(),
                        node.store(),
                        node.retention(),
                        node.canvases(),
                        node.clock())
                .erase(new Command(new UserId("root"), user));
    }

    /// One row at least in each table that knows users.
    private void leaveTracesOf(UserId user) {
        var told = by(user).toldTo(HOOK).made();
        var queued = jobs().store().addOnce(new IdempotencyKey("k"), told);
        var running = saved(queued.start(aLiveWorker(), now()));
        jobs().progress().show(running, new Progress(50, "half"));
        saved(Jobs.completion(running, now()));
        jobs().progress().show(running(user, aLiveWorker()), new Progress(10, "begun"));
        added(by(user));
    }

    private void deleteOneOf(UserId user) {
        jobs().store().delete(saved(added(by(user)).cancel(now())));
    }

    private Map<String, Long> rowsOf(UserId user) {
        var rows = new TreeMap<String, Long>();
        for (var table : tablesOfUsers()) {
            rows.put(
                    table,
                    database()
                            .number(
                                    "select count(*) from %s where user_id = '%s'"
                                            .formatted(table, user.value())));
        }
        return rows;
    }

    private List<String> tablesOfUsers() {
        return database()
                .texts(
                        """
                        select table_name
                        from information_schema.columns
                        join information_schema.tables using (table_schema, table_name)
                        where table_schema = current_schema() and table_type = 'BASE TABLE'
                            and column_name = 'user_id'
                        """);
    }

    @Test
    void no_table_knows_the_user_any_more_and_all_know_the_others() {
        leaveTracesOf(ALICE);
        leaveTracesOf(BOB);
        jobs().retention().purge(Duration.ofDays(1000), 1);
        deleteOneOf(ALICE);
        deleteOneOf(BOB);
        var others = rowsOf(BOB);
        assertThat(rowsOf(ALICE)).hasSizeGreaterThan(6);
        assertThat(rowsOf(ALICE).values())
                .as("a table that is new needs a row in leaveTracesOf: %s", rowsOf(ALICE))
                .allMatch(rows -> rows > 0);

        assertThat(erased(ALICE)).isEqualTo(new Erased(3, 1));

        assertThat(rowsOf(ALICE).values()).as(rowsOf(ALICE).toString()).containsOnly(0L);
        assertThat(
                        database()
                                .number(
                                        "select count(*) from ai_job_moves where '%s' = any(user_ids)"
                                                .formatted(ALICE.value())))
                .isZero();
        assertThat(rowsOf(BOB)).isEqualTo(others);
    }

    @Test
    void what_fills_many_batches_goes_to_the_last_row() {
        leaveTracesOf(ALICE);
        database()
                .execute(
                        """
                        insert into ai_job_events (user_id, job_id, version, type, at, data)
                        select user_id, gen_random_uuid(), 1, 'queued', now(), '{}'
                        from canvases, generate_series(1, 10) where version = 1
                        """);
        database()
                .execute(
                        """
                        insert into canvases (
                            user_id, id, version, title, objects_json, created_at)
                        select user_id, id, n, title, objects_json, now()
                        from canvases, generate_series(2, 501) n where version = 1
                        """);
        added(1100, by(ALICE));

        assertThat(erased(ALICE)).isEqualTo(new Erased(1103, 1));

        assertThat(rowsOf(ALICE).values()).as(rowsOf(ALICE).toString()).containsOnly(0L);
    }

    @Test
    void what_was_counted_stays_while_there_is_a_job() {
        leaveTracesOf(ALICE);

        jobs().retention().erase(ALICE);

        var stats = jobs().catalogue().stats(ALICE);
        assertThat(List.of(stats.queued(), stats.processing(), stats.completed()))
                .containsExactly(1L, 1L, 0L);
    }

    @Test
    void a_late_word_of_an_attempt_leaves_no_row() {
        var running = running(ALICE, aLiveWorker());
        erased(ALICE);

        jobs().progress().show(running, new Progress(90, "late"));
        jobs().progress().show(running, Jobs.DRAWN);

        assertThat(rowsOf(ALICE).values()).containsOnly(0L);
    }
}
