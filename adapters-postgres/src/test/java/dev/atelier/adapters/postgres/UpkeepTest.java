package dev.atelier.adapters.postgres;

import static dev.atelier.testkit.Jobs.ALICE;
import static dev.atelier.testkit.Jobs.BOB;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.out.Retention;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.GeneratedBy;
import dev.atelier.domain.job.GeneratedBy.Usage;
import dev.atelier.domain.job.IdempotencyKey;
import dev.atelier.domain.job.ProviderCall;
import dev.atelier.domain.retry.RetryDecision.GiveUp;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.contract.JobsContract;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/// What the contracts cannot see: rows that must not pile up, and rows that cannot be read.
final class UpkeepTest extends PostgresTest implements JobsContract {

    private static final GeneratedBy CHEAP =
            new GeneratedBy(
                    List.of(
                            new ProviderCall(
                                    "openai",
                                    "a-model",
                                    new Usage(1, 1),
                                    new BigDecimal("0.01"),
                                    null,
                                    null,
                                    null)));

    @Test
    void hours_long_past_run_together_and_the_sums_stay() {
        var worker = aLiveWorker();
        for (int n = 0; n < 5; n++) {
            saved(Jobs.completion(running(ALICE, worker), now().plusMillis(40L << n)));
            saved(running(ALICE, worker).attemptFailed(Jobs.REFUSED, new GiveUp(), CHEAP, now()));
        }
        added(by(BOB));
        var before = jobs().catalogue().stats(ALICE);
        jobs().retention().purge(Retention.of(Duration.ofDays(1000)), 10);
        database().execute("update ai_job_stats set hour = hour - interval '100 hours'");

        jobs().retention().purge(Retention.of(Duration.ofDays(1000)), 10);

        assertThat(database().number("select count(*) from ai_job_stats where hour > '-infinity'"))
                .isZero();
        assertThat(
                        database()
                                .number(
                                        """
                                        select max(n) from (
                                            select count(*) n from ai_job_stats
                                            group by user_id, bucket) b
                                        """))
                .isEqualTo(1);
        var after = jobs().catalogue().stats(ALICE);
        assertThat(after.completed()).isEqualTo(before.completed()).isEqualTo(5);
        assertThat(after.averageProcessingSeconds()).isEqualTo(before.averageProcessingSeconds());
        assertThat(after.p95ProcessingSeconds()).isEqualTo(before.p95ProcessingSeconds());
        assertThat(after.spent()).isEqualTo(before.spent());
        assertThat(after.spent().cost()).isEqualByComparingTo("0.05");
        assertThat(after.spent().unpricedCalls()).isEqualTo(5);
        assertThat(jobs().catalogue().pulse().queued()).isEqualTo(1);
    }

    @Test
    void statistics_are_right_while_a_purge_goes_on_and_are_summed_up_after_it() {
        for (int n = 0; n < 3; n++) {
            var running = running(ALICE, aLiveWorker());
            saved(Jobs.completion(running, now()));
        }
        var forgotten = "select count(*) from ai_job_forgotten";

        assertThat(jobs().retention().purge(Duration.ofDays(-1), 2)).isEqualTo(2);
        assertThat(database().number(forgotten)).isPositive();
        assertThat(jobs().catalogue().stats(ALICE).completed()).isEqualTo(1);

        assertThat(jobs().retention().purge(Duration.ofDays(-1), 2)).isEqualTo(1);
        assertThat(database().number(forgotten)).isZero();
        assertThat(jobs().catalogue().stats(ALICE).completed()).isZero();
    }

    @Test
    void a_deleted_job_leaves_nothing_but_its_canvas() {
        var key = new IdempotencyKey("k");
        var queued = jobs().store().addOnce(key, by(ALICE).made());
        var running = saved(queued.start(aLiveWorker(), now()));
        jobs().progress().show(running, new Progress(50, "half"));
        var done = saved(Jobs.completion(running, now()));

        jobs().store().delete(done);

        for (var table :
                new String[] {"ai_jobs", "ai_job_events", "ai_job_progress", "idempotency_keys"}) {
            assertThat(database().number("select count(*) from " + table)).as(table).isZero();
        }
        assertThat(database().number("select count(*) from canvases")).isEqualTo(1);
    }

    @Test
    void a_broken_row_is_an_error_that_names_its_job() {
        var job = broken(added(by(ALICE)));

        assertThatThrownBy(() -> jobs().store().find(job.id(), ALICE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(job.id().toString());
    }

    @Test
    void a_broken_row_is_set_aside_and_the_others_are_worked_on() {
        var job = broken(added(by(ALICE).withPriority(5)));
        var next = added(by(ALICE));

        var claimed = jobs().queue().claim(aLiveWorker(), 10);

        assertThat(claimed).extracting(AIJob::id).containsExactly(next.id());
        assertThat(jobs().queue().nextDue())
                .hasValueSatisfying(due -> assertThat(due).isAfter(now()));
        assertThat(jobs().catalogue().stats(ALICE).queued()).isEqualTo(1);
        assertThat(jobs().catalogue().stats(ALICE).processing()).isEqualTo(1);
        assertThat(
                        database()
                                .texts(
                                        "select type from ai_job_events where job_id = '"
                                                + job.id()
                                                + "'"))
                .containsExactly("queued", "started", "released");
    }

    @Test
    void a_row_that_breaks_while_it_is_held_is_set_aside_once_it_is_looked_for() {
        var worker = aLiveWorker();
        var known = running(ALICE, worker);
        var other = running(ALICE, aLiveWorker());
        var job = broken(running(ALICE, worker));
        broken(other);

        assertThat(jobs().queue().held(worker, List.of(known))).isEmpty();

        assertThat(database().texts("select id from ai_jobs where status = 'queued'"))
                .containsExactly(job.id().toString());
        assertThat(database().number("select count(*) from ai_jobs where status = 'processing'"))
                .isEqualTo(2);
        assertThat(
                        database()
                                .texts(
                                        "select max(version) from ai_job_events where job_id = '"
                                                + job.id()
                                                + "'"))
                .containsExactly(String.valueOf(job.version() + 1));
    }

    private AIJob broken(AIJob job) {
        database()
                .execute(
                        "update ai_jobs set request_data = '{\"style\": 7}' where id = ?",
                        job.id().value());
        return job;
    }

    @Test
    void one_user_s_backlog_is_drawn_in_the_order_it_came() {
        var all = added(300, by(ALICE));

        assertThat(database().texts("select fair_turn from ai_jobs order by fair_turn"))
                .hasSize(300)
                .doesNotHaveDuplicates();
        assertThat(jobs().queue().claim(aLiveWorker(), 300)).hasSize(all.size());
    }
}
