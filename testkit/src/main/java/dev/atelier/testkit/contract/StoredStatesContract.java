package dev.atelier.testkit.contract;

import static dev.atelier.testkit.Jobs.ALICE;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.Failure;
import dev.atelier.domain.job.Priority;
import dev.atelier.domain.job.Tags;
import dev.atelier.domain.job.Terms;
import dev.atelier.domain.job.UserId;
import dev.atelier.domain.job.WebhookUrl;
import dev.atelier.domain.retry.RetryDecision.GiveUp;
import dev.atelier.testkit.Briefs;
import dev.atelier.testkit.Designs;
import dev.atelier.testkit.Jobs;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/// What is stored is what is found, in every state and with everything a job can carry.
public interface StoredStatesContract extends JobsContract {

    private void requireStored(AIJob job) {
        assertThat(found(job)).isEqualTo(job);
    }

    @Test
    default void a_plain_submission() {
        requireStored(added(by(ALICE)));
    }

    @Test
    default void a_submission_with_every_term() {
        var terms =
                new Terms(
                        new Priority(-100),
                        now().plusSeconds(3600),
                        now().plusSeconds(7200),
                        Duration.ofMillis(90_500),
                        new Tags(List.of("größer", "a, \"b\" {c} \\", "🎨")),
                        new WebhookUrl("https://hooks.example/atelier?secret=%20a"),
                        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        requireStored(added(by(ALICE).on(terms).retrying(0)));
    }

    @Test
    default void a_submission_for_a_canvas_by_a_user_with_an_unusual_name() {
        var owner = new UserId("o'Brien \"größer\" 🎨");

        requireStored(added(by(owner).of(Briefs.onto(new CanvasId("my-canvas_1")))));
    }

    @Test
    default void a_running_job() {
        requireStored(running(ALICE, aLiveWorker()));
    }

    @Test
    default void a_job_that_waits_for_another_attempt() {
        var job = running(ALICE, aLiveWorker());

        requireStored(saved(Jobs.requeue(job, now().plusSeconds(120), now())));
    }

    @Test
    default void a_job_given_back() {
        requireStored(saved(running(ALICE, aLiveWorker()).release(now())));
    }

    @Test
    default void a_completed_job_with_its_design_and_canvas() {
        var job = running(ALICE, aLiveWorker());
        var transition = Jobs.completion(job, Designs.ofEveryKind(), now());

        requireStored(saved(transition));

        assertThat(jobs().store().design(job.id(), ALICE)).contains(Designs.ofEveryKind());
        assertThat(jobs().canvases().find(Jobs.canvasOf(job), ALICE))
                .hasValueSatisfying(
                        canvas -> {
                            assertThat(canvas.design()).isEqualTo(Designs.ofEveryKind());
                            assertThat(canvas.version()).isEqualTo(1);
                        });
    }

    @Test
    default void a_job_that_failed_for_every_reason() {
        for (var kind : Failure.Kind.values()) {
            var failure = new Failure(kind, "What happened: größer", Duration.ofMillis(1500));
            var job = running(ALICE, aLiveWorker());

            requireStored(saved(job.attemptFailed(failure, new GiveUp(), Jobs.BY_OFFLINE, now())));
        }
    }

    @Test
    default void a_job_that_failed_without_anybody_having_been_asked() {
        var job = running(ALICE, aLiveWorker());

        requireStored(saved(job.attemptFailed(Failure.abandoned(), new GiveUp(), null, now())));
    }

    @Test
    default void a_job_that_expired() {
        var job = added(by(ALICE).startingBy(now().minusSeconds(1)));

        requireStored(saved(job.expire(now())));
    }

    @Test
    default void a_job_cancelled_in_the_line() {
        requireStored(saved(added(by(ALICE)).cancel(now())));
    }

    @Test
    default void a_job_cancelled_while_it_ran() {
        requireStored(saved(running(ALICE, aLiveWorker()).cancel(now())));
    }

    @Test
    default void a_job_that_was_given_another_go() {
        var terms = by(ALICE).tagged("keep").startingBy(now().plusSeconds(60));
        var running = saved(added(terms).start(aLiveWorker(), now()));
        var failed = saved(Jobs.failure(running, now()));

        requireStored(saved(failed.retry(now())));
    }
}
