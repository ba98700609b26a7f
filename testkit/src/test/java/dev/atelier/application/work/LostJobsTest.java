package dev.atelier.application.work;

import static dev.atelier.application.InterceptedStore.OUTAGE;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.application.loop.WakeUp;
import dev.atelier.application.work.AttemptOutcome.Interrupted;
import dev.atelier.application.work.AttemptOutcome.Reason;
import dev.atelier.domain.job.AIJob;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.MutableClock;
import dev.atelier.testkit.fakes.InMemoryJobs;
import dev.atelier.testkit.fakes.ScriptedGenerator;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class LostJobsTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final WorkSettings SETTINGS = new WorkSettings(3, LONG, LONG, LONG);

    private final ManualNanos nanos = new ManualNanos();
    private final InMemoryJobs jobs = new InMemoryJobs(MutableClock.atNoon(), LONG);
    private final InterceptedQueue queue = new InterceptedQueue(jobs.queue());
    private final RunningJobs running = new RunningJobs(3);
    private final WakeUp wakeUp = new WakeUp();
    private final LeaseKeeper lease =
            new LeaseKeeper(jobs.workers(), running, SETTINGS, Jobs::aWorker, nanos);
    private final LostJobs lostJobs = new LostJobs(queue, running, lease, wakeUp);

    @BeforeEach
    void join() {
        lease.beat();
    }

    @Test
    void a_cancel_stops_exactly_the_attempt_of_that_job() throws Exception {
        jobs.signals().listen(lostJobs);
        var first = begin(claim());
        var second = begin(claim());

        cancel(first.job());

        assertThat(first.run()).isEqualTo(new Interrupted(Reason.LOST));
        assertThat(second.isDecided()).isFalse();
    }

    @Test
    void the_end_of_jobs_that_run_elsewhere_or_have_been_decided_here_asks_nothing() {
        jobs.signals().listen(lostJobs);
        var decided = begin(claim());
        decided.interrupt(Reason.SHUTDOWN);
        var elsewhere = claim();

        jobs.store().save(Jobs.completion(elsewhere, Jobs.NOON));
        jobs.store().save(Jobs.failure(decided.job(), Jobs.NOON));

        assertThat(queue.lookUps()).isZero();
    }

    @Test
    void a_lost_signal_is_found_by_the_poll() throws Exception {
        var attempt = begin(claim());
        var other = begin(claim());
        cancel(attempt.job());

        lostJobs.stopLost();

        assertThat(attempt.run()).isEqualTo(new Interrupted(Reason.LOST));
        assertThat(other.isDecided()).isFalse();
    }

    @Test
    void the_poll_asks_nothing_while_nothing_runs() {
        lostJobs.stopLost();

        assertThat(queue.lookUps()).isZero();
    }

    @Test
    void a_job_that_was_taken_over_is_lost_as_well() throws Exception {
        var attempt = begin(claim());
        jobs.store().save(Jobs.requeue(attempt.job(), Jobs.NOON, Jobs.NOON));
        jobs.queue().claim(Jobs.aWorker(), 3);

        lostJobs.stopLost();

        assertThat(attempt.run()).isEqualTo(new Interrupted(Reason.LOST));
    }

    @Test
    void a_cancel_that_arrives_between_claim_and_begin_is_not_missed() throws Exception {
        jobs.signals().listen(lostJobs);
        lostJobs.beforeClaim();
        var claimed = claim();
        cancel(claimed);
        var attempt = begin(claimed);

        lostJobs.claimed();

        assertThat(attempt.run()).isEqualTo(new Interrupted(Reason.LOST));
    }

    @Test
    void ends_heard_of_during_one_claim_do_not_outlive_the_next() {
        jobs.signals().listen(lostJobs);
        lostJobs.beforeClaim();
        cancel(claim());
        lostJobs.claimed();

        lostJobs.beforeClaim();
        begin(claim());
        lostJobs.claimed();

        assertThat(queue.lookUps()).isZero();
    }

    @Test
    void an_answer_about_one_attempt_does_not_stop_the_next_one_of_the_same_job() {
        var first = begin(claim());
        var cancelled = cancel(first.job());
        var second = new ArrayList<Attempt>();
        queue.afterLost(
                () -> {
                    first.interrupt(Reason.LOST);
                    running.remove(first);
                    jobs.store().save(cancelled.retry(Jobs.NOON));
                    second.add(begin(claimAgain()));
                });

        lostJobs.stopLost();

        assertThat(second).noneMatch(Attempt::isDecided).hasSize(1);
    }

    @Test
    void an_outage_during_the_look_stops_nothing_and_the_next_look_makes_good() throws Exception {
        var attempt = begin(claim());
        cancel(attempt.job());
        queue.afterLost(OUTAGE);

        lostJobs.stopLost();
        assertThat(attempt.isDecided()).isFalse();

        lostJobs.stopLost();
        assertThat(attempt.run()).isEqualTo(new Interrupted(Reason.LOST));
    }

    @Test
    void without_a_lease_there_is_nothing_left_to_ask_about() {
        begin(claim());
        nanos.pass(LONG);

        lostJobs.stopLost();

        assertThat(queue.lookUps()).isZero();
    }

    @Test
    void after_a_gap_in_the_signals_it_looks_at_all_that_runs() throws Exception {
        var attempt = begin(claim());
        cancel(attempt.job());

        lostJobs.lookAgain();

        assertThat(attempt.run()).isEqualTo(new Interrupted(Reason.LOST));
    }

    @Test
    void work_that_may_be_waiting_wakes_the_dispatcher() throws Exception {
        for (Runnable signal : List.<Runnable>of(lostJobs::queued, lostJobs::lookAgain)) {
            signal.run();

            var start = System.nanoTime();
            wakeUp.await(LONG);
            assertThat(System.nanoTime() - start).isLessThan(LONG.toNanos());
        }
    }

    private AIJob claim() {
        jobs.store().add(Jobs.submission());
        return claimAgain();
    }

    private AIJob claimAgain() {
        return jobs.queue().claim(lease.held().orElseThrow(), 1).getFirst();
    }

    private Attempt begin(AIJob claimed) {
        var attempt =
                new Attempt(
                        claimed,
                        Given.assignments(),
                        new ScriptedGenerator().thenHang(),
                        _ -> {},
                        LONG);
        running.add(attempt);
        return attempt;
    }

    private AIJob cancel(AIJob job) {
        var cancelled = job.cancel(Jobs.NOON);
        jobs.store().save(cancelled);
        return cancelled.job();
    }
}
