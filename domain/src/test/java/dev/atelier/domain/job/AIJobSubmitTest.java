package dev.atelier.domain.job;

import static dev.atelier.domain.job.Given.LATER;
import static dev.atelier.domain.job.Given.NOON;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.domain.job.JobEvent.JobQueued;
import dev.atelier.domain.job.JobState.Queued;

import org.junit.jupiter.api.Test;

final class AIJobSubmitTest {

    @Test
    void a_new_job_is_queued_and_due_now() {
        assertThat(Given.submitted(Terms.USUAL))
                .isEqualTo(
                        new Transition(
                                new AIJob(
                                        Given.ID,
                                        Given.OWNER,
                                        Given.REQUEST,
                                        Terms.USUAL,
                                        new Retries(0, 3),
                                        new Queued(NOON),
                                        NOON,
                                        1),
                                new JobQueued(NOON)));
    }

    @Test
    void a_job_for_later_is_due_then() {
        var job = Given.submitted(Given.between(LATER, null)).job();

        assertThat(job.state()).isEqualTo(new Queued(LATER));
    }

    @Test
    void a_time_that_has_passed_means_now() {
        var job = Given.submitted(Given.between(NOON.minusSeconds(60), null)).job();

        assertThat(job.state()).isEqualTo(new Queued(NOON));
    }

    @Test
    void nothing_is_there_before_a_submission() {
        assertThat(Given.submitted(Terms.USUAL).expectedVersion()).isZero();
    }
}
