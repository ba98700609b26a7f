package dev.atelier.testkit.contract;

import static dev.atelier.testkit.Jobs.ALICE;
import static dev.atelier.testkit.Jobs.BOB;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.application.port.in.JobDetails;
import dev.atelier.application.port.in.JobDetails.Attempt;
import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.domain.canvas.Canvas;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobState.Completed;
import dev.atelier.domain.job.JobState.Failed;
import dev.atelier.domain.job.JobState.Running;
import dev.atelier.testkit.Jobs;

import org.junit.jupiter.api.Test;

import java.time.Instant;

/// What is known about one job beside its state: its attempts and its progress.
public interface JobDetailsContract extends JobsContract {

    private JobDetails details(AIJob job) {
        return jobs().catalogue().details(job.id(), job.owner()).orElseThrow();
    }

    private static Instant startOf(AIJob running) {
        return ((Running) running.state()).startedAt();
    }

    @Test
    default void a_job_of_someone_else_has_no_details() {
        var job = added(by(ALICE));

        assertThat(jobs().catalogue().details(job.id(), BOB)).isEmpty();
        assertThat(details(job).job()).isEqualTo(job);
    }

    @Test
    default void a_job_that_never_ran_has_no_attempts() {
        var expired = added(by(ALICE).startingBy(now().minusSeconds(1)));

        assertThat(details(added(by(ALICE))).attempts()).isEmpty();
        assertThat(details(saved(added(by(ALICE)).cancel(now()))).attempts()).isEmpty();
        assertThat(details(saved(expired.expire(now()))).attempts()).isEmpty();
    }

    @Test
    default void an_attempt_is_shown_from_its_start() {
        var job = running(ALICE, aLiveWorker());

        assertThat(details(job).attempts())
                .containsExactly(new Attempt(1, startOf(job), null, null, null));
    }

    @Test
    default void a_claim_begins_an_attempt() {
        added(by(ALICE));

        var job = jobs().queue().claim(aLiveWorker(), 1).getFirst();

        assertThat(details(job).attempts())
                .containsExactly(new Attempt(1, startOf(job), null, null, null));
    }

    @Test
    default void every_attempt_tells_who_did_it_and_how_it_ended() {
        var worker = aLiveWorker();
        var first = running(ALICE, worker);
        var firstEnd = now();
        var queued = saved(Jobs.requeue(first, now().minusSeconds(1), firstEnd));
        var second = saved(queued.start(worker, now()));
        var done = saved(Jobs.completion(second, now()));

        assertThat(details(done).attempts())
                .containsExactly(
                        new Attempt(
                                1,
                                startOf(first),
                                firstEnd,
                                Jobs.BY_A_MODEL,
                                Jobs.OVERLOADED.message()),
                        new Attempt(
                                2,
                                startOf(second),
                                ((Completed) done.state()).at(),
                                Jobs.BY_A_MODEL,
                                null));
    }

    @Test
    default void attempts_are_kept_and_counted_on_when_the_user_retries() {
        var first = running(ALICE, aLiveWorker());
        var failed = saved(Jobs.failure(first, now()));
        var second = saved(saved(failed.retry(now())).start(aLiveWorker(), now()));

        assertThat(details(second).attempts())
                .containsExactly(
                        new Attempt(
                                1,
                                startOf(first),
                                ((Failed) failed.state()).at(),
                                Jobs.BY_A_MODEL,
                                Jobs.REFUSED.message()),
                        new Attempt(2, startOf(second), null, null, null));
    }

    @Test
    default void a_cancelled_attempt_ended_without_an_error() {
        var job = running(ALICE, aLiveWorker());
        var end = now();

        var cancelled = saved(job.cancel(end));

        assertThat(details(cancelled).attempts())
                .containsExactly(new Attempt(1, startOf(job), end, null, null));
    }

    @Test
    default void an_attempt_given_back_is_as_if_it_had_never_been() {
        var worker = aLiveWorker();
        var queued = saved(running(ALICE, worker).release(now()));
        assertThat(details(queued).attempts()).isEmpty();

        var again = saved(queued.start(worker, now()));

        assertThat(details(again).attempts())
                .containsExactly(new Attempt(1, startOf(again), null, null, null));
    }

    @Test
    default void a_provider_without_models_is_told_without_one() {
        var job = running(ALICE, aLiveWorker());
        var begun = Canvas.begin(Jobs.canvasOf(job), ALICE, Jobs.DRAWN);

        var done = saved(job.complete(begun, Jobs.BY_OFFLINE, now()));

        assertThat(details(done).attempts())
                .extracting(Attempt::by)
                .containsExactly(Jobs.BY_OFFLINE);
    }

    @Test
    default void the_latest_progress_is_shown_while_the_job_runs() {
        var job = running(ALICE, aLiveWorker());
        assertThat(details(job).progress()).isNull();

        jobs().progress().show(job, new Progress(10, "Thinking"));
        var latest = new Progress(40, "Drawing 6 of about 15 objects — größer");
        jobs().progress().show(job, latest);
        assertThat(details(job).progress()).isEqualTo(latest);

        var done = saved(Jobs.completion(job, now()));
        assertThat(details(done).progress()).isNull();
    }

    @Test
    default void a_new_attempt_begins_without_progress() {
        var worker = aLiveWorker();
        var first = running(ALICE, worker);
        jobs().progress().show(first, new Progress(90, "Almost there"));
        var queued = saved(Jobs.requeue(first, now().minusSeconds(1), now()));
        assertThat(details(queued).progress()).isNull();

        var second = saved(queued.start(worker, now()));

        assertThat(details(second).progress()).isNull();
    }

    @Test
    default void progress_of_an_attempt_that_is_over_is_not_shown() {
        var worker = aLiveWorker();
        var first = running(ALICE, worker);
        var second = saved(saved(first.release(now())).start(worker, now()));

        jobs().progress().show(first, new Progress(90, "A ghost"));
        assertThat(details(second).progress()).isNull();

        var done = saved(Jobs.completion(second, now()));
        jobs().progress().show(second, new Progress(99, "Late"));
        assertThat(details(done).progress()).isNull();
    }
}
