package dev.atelier.application.work;

import static dev.atelier.application.InterceptedStore.OUTAGE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.application.InterceptedStore;
import dev.atelier.application.InterceptedStore.Call;
import dev.atelier.application.port.out.CanvasGenerator.Generated;
import dev.atelier.application.work.AttemptOutcome.Interrupted;
import dev.atelier.application.work.AttemptOutcome.Produced;
import dev.atelier.application.work.AttemptOutcome.Reason;
import dev.atelier.application.work.AttemptOutcome.Untried;
import dev.atelier.domain.canvas.Canvas;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.canvas.CanvasObject;
import dev.atelier.domain.canvas.CanvasObject.Box.Outline;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobState.Completed;
import dev.atelier.domain.job.JobState.Failed;
import dev.atelier.domain.job.JobState.Queued;
import dev.atelier.domain.job.Retries;
import dev.atelier.domain.retry.RetryPolicy;
import dev.atelier.testkit.Briefs;
import dev.atelier.testkit.Designs;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.MutableClock;
import dev.atelier.testkit.Submission;
import dev.atelier.testkit.fakes.InMemoryJobs;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

class SettlementTest {

    private static final CanvasId BOARD = new CanvasId("board");
    private static final Produced A_FLOW =
            Given.drawn(new Generated(Designs.aFlow(), Jobs.BY_A_MODEL));
    private static final RetryPolicy POLICY =
            new RetryPolicy(Duration.ofMinutes(2), Duration.ofMinutes(8), 0);

    private final MutableClock clock = MutableClock.atNoon();
    private final InMemoryJobs jobs = new InMemoryJobs(clock, Duration.ofSeconds(30));
    private final InterceptedStore store = new InterceptedStore(jobs.store());
    private final List<Duration> pauses = new ArrayList<>();
    private final Settlement settlement =
            new Settlement(
                    store,
                    jobs.canvases(),
                    new FailedAttempts(POLICY, clock, new Random(1)),
                    clock,
                    new Patience(pauses::add));

    @Test
    void a_design_completes_the_job_on_a_canvas_of_its_own() throws Exception {
        var job = running(Submission.by(Jobs.ALICE));
        clock.pushForward(Duration.ofSeconds(9));

        settlement.settle(job, A_FLOW);

        var own = new CanvasId(job.id().toString());
        assertThat(stored(job).state())
                .isEqualTo(new Completed(own, 3, Jobs.NOON, clock.instant()));
        assertThat(jobs.store().design(job.id(), job.owner())).contains(Designs.aFlow());
        assertThat(jobs.canvases().find(own, Jobs.ALICE))
                .contains(new Canvas(own, Jobs.ALICE, 1, Designs.aFlow()));
    }

    @Test
    void a_design_is_added_to_the_canvas_that_was_named() throws Exception {
        settlement.settle(running(onto(BOARD)), A_FLOW);
        settlement.settle(running(onto(BOARD)), A_FLOW);

        var board = jobs.canvases().find(BOARD, Jobs.ALICE).orElseThrow();
        assertThat(board.version()).isEqualTo(2);
        assertThat(board.design().objects()).hasSize(6);
    }

    @Test
    void overtaken_on_the_canvas_it_is_placed_again_on_the_newer_version() throws Exception {
        var slow = running(onto(BOARD));
        var quick = running(onto(BOARD));
        store.before(Call.SAVE, () -> settleQuietly(quick));

        settlement.settle(slow, A_FLOW);

        var board = jobs.canvases().find(BOARD, Jobs.ALICE).orElseThrow();
        assertThat(board.version()).isEqualTo(2);
        assertThat(board.design().objects()).hasSize(6);
        assertThat(stored(slow).state().word()).isEqualTo("completed");
        assertThat(stored(quick).state().word()).isEqualTo("completed");
    }

    @Test
    void a_canvas_of_its_own_id_that_another_job_began_is_added_to() throws Exception {
        var job = running(Submission.by(Jobs.ALICE));
        var own = new CanvasId(job.id().toString());
        settlement.settle(running(onto(own)), A_FLOW);

        settlement.settle(job, A_FLOW);

        assertThat(stored(job).state().word()).isEqualTo("completed");
        assertThat(jobs.canvases().find(own, Jobs.ALICE).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void a_canvas_without_room_fails_the_job_for_good() throws Exception {
        settlement.settle(
                running(onto(BOARD)), Given.drawn(new Generated(full(), Jobs.BY_OFFLINE)));
        var job = running(onto(BOARD));

        settlement.settle(job, A_FLOW);

        assertThat(message(stored(job))).startsWith("The canvas cannot take the result");
        assertThat(stored(job).retries()).isEqualTo(new Retries(0, 3));
    }

    @Test
    void a_failure_that_may_pass_queues_the_job_for_later() throws Exception {
        var job = running(Submission.by(Jobs.ALICE));

        settlement.settle(job, new AttemptOutcome.Failed(Jobs.OVERLOADED, Jobs.BY_A_MODEL));

        assertThat(stored(job).state()).isEqualTo(new Queued(Jobs.NOON.plusSeconds(120)));
        assertThat(stored(job).retries()).isEqualTo(new Retries(1, 3));
    }

    @Test
    void a_failure_that_will_not_pass_ends_the_job() throws Exception {
        var job = running(Submission.by(Jobs.ALICE));

        settlement.settle(job, new AttemptOutcome.Failed(Jobs.REFUSED, null));

        assertThat(stored(job).state()).isEqualTo(new Failed(Jobs.REFUSED, Jobs.NOON, Jobs.NOON));
    }

    @Test
    void an_orderly_stop_gives_the_job_back_unharmed() throws Exception {
        var job = running(Submission.by(Jobs.ALICE));

        settlement.settle(job, new Interrupted(Reason.SHUTDOWN));

        assertThat(stored(job).state()).isEqualTo(new Queued(Jobs.NOON));
        assertThat(stored(job).retries()).isEqualTo(new Retries(0, 3));
        var details = jobs.catalogue().details(job.id(), job.owner()).orElseThrow();
        assertThat(details.attempts()).isEmpty();
    }

    @Test
    void a_job_that_nobody_could_be_asked_for_goes_back_unharmed_and_others_may_try()
            throws Exception {
        var job = running(Submission.by(Jobs.ALICE));

        settlement.settle(job, new Untried(Jobs.NOON.plus(Duration.ofHours(3))));

        assertThat(stored(job).state()).isEqualTo(new Queued(Jobs.NOON));
        assertThat(stored(job).retries()).isEqualTo(new Retries(0, 3));
        var details = jobs.catalogue().details(job.id(), job.owner()).orElseThrow();
        assertThat(details.attempts()).isEmpty();
        assertThat(jobs.queue().claim(Jobs.aWorker(), 1))
                .extracting(AIJob::id)
                .containsExactly(job.id());
    }

    @Test
    void what_this_worker_cannot_vouch_for_it_does_not_write() throws Exception {
        var job = running(Submission.by(Jobs.ALICE));

        settlement.settle(job, new Interrupted(Reason.LOST));
        settlement.settle(job, new Interrupted(Reason.LEASE_LOST));

        assertThat(stored(job)).isEqualTo(job);
    }

    @Test
    void whatever_comes_of_a_job_that_has_moved_on_is_dropped() throws Exception {
        var job = running(Submission.by(Jobs.ALICE));
        var cancelled = job.cancel(Jobs.NOON);
        jobs.store().save(cancelled);

        settlement.settle(job, A_FLOW);
        settlement.settle(job, new AttemptOutcome.Failed(Jobs.OVERLOADED, null));
        settlement.settle(job, new Interrupted(Reason.SHUTDOWN));

        assertThat(stored(job)).isEqualTo(cancelled.job());
        var own = new CanvasId(job.id().toString());
        assertThat(jobs.canvases().find(own, Jobs.ALICE)).isEmpty();
    }

    @Test
    void an_outage_delays_a_result_and_does_not_lose_it() throws Exception {
        var job = running(Submission.by(Jobs.ALICE));
        store.before(Call.SAVE, Collections.nCopies(7, OUTAGE).toArray(Runnable[]::new));

        settlement.settle(job, A_FLOW);

        assertThat(stored(job).state().word()).isEqualTo("completed");
        assertThat(pauses)
                .extracting(Duration::toMillis)
                .containsExactly(50L, 100L, 200L, 400L, 800L, 1000L, 1000L);
    }

    @Test
    void an_outage_delays_a_failure_too() throws Exception {
        var job = running(Submission.by(Jobs.ALICE));
        store.before(Call.SAVE, OUTAGE);

        settlement.settle(job, new AttemptOutcome.Failed(Jobs.REFUSED, null));

        assertThat(stored(job).state().word()).isEqualTo("failed");
    }

    @Test
    void a_write_that_took_effect_before_the_outage_is_not_made_twice() throws Exception {
        var job = running(onto(BOARD));
        store.after(Call.SAVE, OUTAGE);

        settlement.settle(job, A_FLOW);

        assertThat(stored(job).version()).isEqualTo(job.version() + 1);
        var board = jobs.canvases().find(BOARD, Jobs.ALICE).orElseThrow();
        assertThat(board.design()).isEqualTo(Designs.aFlow());
    }

    @Test
    void a_result_that_the_store_cannot_take_is_a_failure_that_everybody_sees() throws Exception {
        var job = running(Submission.by(Jobs.ALICE));
        store.before(Call.SAVE, SettlementTest::bug);

        settlement.settle(job, A_FLOW);

        var waiting = jobs.catalogue().details(job.id(), job.owner()).orElseThrow();
        assertThat(waiting.job().state().word()).isEqualTo("queued");
        assertThat(waiting.attempts().getLast().error())
                .isEqualTo("The result could not be stored");
    }

    @Test
    void a_store_that_takes_nothing_at_all_is_reported() {
        var job = running(Submission.by(Jobs.ALICE));
        store.before(Call.SAVE, SettlementTest::bug, SettlementTest::bug);

        assertThatThrownBy(() -> settlement.settle(job, A_FLOW))
                .isInstanceOf(IllegalStateException.class);
    }

    private static void bug() {
        throw new IllegalStateException("value too long for type character varying(500)");
    }

    private void settleQuietly(AIJob job) {
        try {
            settlement.settle(job, A_FLOW);
        } catch (InterruptedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private AIJob running(Submission submission) {
        jobs.store().add(submission.made());
        return jobs.queue().claim(Jobs.aWorker(), 1).getFirst();
    }

    private static Submission onto(CanvasId canvas) {
        return Submission.by(Jobs.ALICE).of(Briefs.onto(canvas));
    }

    private static CanvasDesign full() {
        var objects = new ArrayList<CanvasObject>();
        for (int n = 0; n < CanvasDesign.MAX_OBJECTS; n++) {
            objects.add(Designs.box("box-" + n, Outline.RECTANGLE, 0, n, "A box"));
        }
        return new CanvasDesign("Full", objects);
    }

    private AIJob stored(AIJob job) {
        return jobs.store().find(job.id(), job.owner()).orElseThrow();
    }

    private static String message(AIJob job) {
        assertThat(job.state()).isInstanceOf(Failed.class);
        return ((Failed) job.state()).failure().message();
    }
}
