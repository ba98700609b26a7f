package dev.atelier.adapters.postgres;

import static dev.atelier.testkit.Jobs.ALICE;
import static dev.atelier.testkit.Jobs.BOB;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.atelier.adapters.postgres.witness.Takeover;
import dev.atelier.adapters.postgres.witness.Tally;
import dev.atelier.adapters.postgres.witness.Witness;
import dev.atelier.application.port.out.JobSignals;
import dev.atelier.domain.job.JobId;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.contract.JobsContract;
import dev.atelier.testkit.contract.JobsUnderTest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// What is judged by the tables is what happened.
final class WitnessTest implements JobsContract {

    private final PostgresSettings settings =
            PostgresSettings.at(
                            TestServer.newDatabase()
                                    + "?currentSchema=on_trial&application_name=node")
                    .withPoolSize(3)
                    .withSchema("on_trial");
    private Witness witness;
    private TestDatabase database;

    @BeforeEach
    void open() {
        witness = PostgresAdapter.witness(settings.withUrl(settings.url() + "-watched"));
        database = new TestDatabase(settings);
    }

    @AfterEach
    void close() {
        database.close();
        witness.close();
    }

    @Override
    public JobsUnderTest jobs() {
        return database;
    }

    @Test
    void jobs_are_told_by_how_far_they_came() {
        assertThat(witness.tally()).isEqualTo(new Tally(0, 0, 0, 0));

        completed(ALICE);
        completed(BOB);
        running(ALICE, aLiveWorker());
        added(by(BOB));
        saved(added(by(BOB)).cancel(now()));

        assertThat(witness.tally()).isEqualTo(new Tally(5, 2, 0, 2));
    }

    @Test
    void a_second_end_or_a_second_canvas_does_not_escape() {
        completed(ALICE);
        completed(BOB);
        database.execute(
                """
                insert into ai_job_events (user_id, job_id, version, type, at, data)
                select user_id, job_id, 9, type, at, data
                from ai_job_events where type = 'completed' and user_id = 'alice'
                """);
        database.execute(
                """
                insert into canvases (
                    user_id, id, version, title, objects_json, job_id, created_at, object_count)
                select user_id, id, 2, title, objects_json, job_id, created_at, object_count
                from canvases where user_id = 'bob'
                """);

        assertThat(witness.tally()).isEqualTo(new Tally(2, 2, 2, 0));
    }

    @Test
    void a_job_that_was_taken_back_is_told_with_the_worker_it_was_taken_from() {
        var silent = aLiveWorker();
        var taken = running(ALICE, silent);
        var left = running(BOB, silent);
        completed(BOB);
        var before = witness.now();

        saved(saved(Jobs.abandonment(taken, now())).start(aLiveWorker(), now()));
        saved(Jobs.abandonment(left, now()));

        var takeovers = witness.takeovers();
        assertThat(takeovers).extracting(Takeover::from).containsOnly(silent).hasSize(2);
        assertThat(takeovers)
                .allSatisfy(one -> assertThat(one.startedAt()).isBefore(before))
                .allSatisfy(one -> assertThat(one.takenAt()).isAfter(before));
        assertThat(takeovers)
                .filteredOn(one -> one.againAt() != null)
                .singleElement()
                .satisfies(one -> assertThat(one.againAt()).isAfter(one.takenAt()));
    }

    @Test
    void connections_are_cut_by_the_name_of_their_application_and_come_back() {
        var looks = new AtomicInteger();
        database.node().signals().listen(new Looks(looks));
        await().until(() -> looks.get() > 0);
        var before = looks.get();

        assertThat(witness.cut(List.of("nobody"))).isZero();
        assertThat(witness.cut(List.of("node"))).isPositive();

        await().until(() -> looks.get() > before);
        assertThat(witness.tally()).isEqualTo(new Tally(0, 0, 0, 0));
    }

    private record Looks(AtomicInteger count) implements JobSignals.Listener {

        @Override
        public void queued() {}

        @Override
        public void ended(Set<JobId> jobs) {}

        @Override
        public void lookAgain() {
            count.incrementAndGet();
        }
    }

    @Test
    void the_schema_goes_with_all_that_is_in_it() {
        added(by(ALICE));

        witness.dropSchema();

        assertThat(database.number("select count(*) from pg_namespace where nspname = 'on_trial'"))
                .isZero();
    }
}
