package dev.atelier.domain.job;

import static dev.atelier.domain.job.Given.BY;
import static dev.atelier.domain.job.Given.DESIGN;
import static dev.atelier.domain.job.Given.DRAWN;
import static dev.atelier.domain.job.Given.FAILURE;
import static dev.atelier.domain.job.Given.LATER;
import static dev.atelier.domain.job.Given.NOON;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.domain.InvalidValue;
import dev.atelier.domain.job.JobEvent.JobCompleted;
import dev.atelier.domain.job.JobEvent.JobFailed;
import dev.atelier.domain.job.JobEvent.JobReleased;
import dev.atelier.domain.job.JobEvent.JobRequeued;
import dev.atelier.domain.job.JobState.Completed;
import dev.atelier.domain.job.JobState.Failed;
import dev.atelier.domain.job.JobState.Queued;
import dev.atelier.domain.retry.RetryDecision.GiveUp;
import dev.atelier.domain.retry.RetryDecision.RetryAt;

import org.junit.jupiter.api.Test;

final class AIJobSettleTest {

    @Test
    void a_completed_job_names_its_canvas_and_the_event_carries_the_design() {
        var done = Given.running().complete(DRAWN, BY, LATER);

        assertThat(done.job().state())
                .isEqualTo(new Completed(DRAWN.canvas().id(), 1, NOON, LATER));
        assertThat(done.event()).isEqualTo(new JobCompleted(DESIGN, DRAWN.canvas(), BY, LATER));
    }

    @Test
    void an_addition_counts_what_was_added_and_not_what_was_there() {
        var addition = DRAWN.canvas().add(DESIGN);

        var done = Given.running().complete(addition, BY, LATER);

        assertThat(done.job().state())
                .isEqualTo(new Completed(DRAWN.canvas().id(), 1, NOON, LATER));
        assertThat(done.event())
                .isEqualTo(new JobCompleted(addition.added(), addition.canvas(), BY, LATER));
    }

    @Test
    void a_failed_attempt_with_another_to_come_spends_a_retry_and_waits() {
        var due = LATER.plusSeconds(120);

        var again = Given.running().attemptFailed(FAILURE, new RetryAt(due), BY, LATER);

        assertThat(again.job().state()).isEqualTo(new Queued(due));
        assertThat(again.job().retries()).isEqualTo(new Retries(1, 3));
        assertThat(again.event()).isEqualTo(new JobRequeued(FAILURE, due, BY, LATER));
    }

    @Test
    void the_last_failed_attempt_fails_the_job() {
        var failed = Given.runningAfter(3).attemptFailed(FAILURE, new GiveUp(), BY, LATER);

        assertThat(failed.job().state()).isEqualTo(new Failed(FAILURE, NOON, LATER));
        assertThat(failed.job().retries()).isEqualTo(new Retries(3, 3));
        assertThat(failed.event()).isEqualTo(new JobFailed(FAILURE, BY, LATER));
    }

    @Test
    void an_attempt_that_nobody_was_asked_for_fails_without_a_name() {
        var failed = Given.running().attemptFailed(Failure.abandoned(), new GiveUp(), null, LATER);

        assertThat(failed.event()).isEqualTo(new JobFailed(Failure.abandoned(), null, LATER));
    }

    @Test
    void no_more_retries_are_spent_than_allowed() {
        var job = Given.runningAfter(3);

        assertThatThrownBy(() -> job.attemptFailed(FAILURE, new RetryAt(LATER), BY, LATER))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void a_job_given_back_is_due_at_once_and_has_spent_nothing() {
        var released = Given.runningAfter(1).release(LATER);

        assertThat(released.job().state()).isEqualTo(new Queued(LATER));
        assertThat(released.job().retries()).isEqualTo(new Retries(1, 3));
        assertThat(released.event()).isEqualTo(new JobReleased(LATER));
    }
}
