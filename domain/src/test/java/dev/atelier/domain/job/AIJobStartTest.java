package dev.atelier.domain.job;

import static dev.atelier.domain.job.Given.LATER;
import static dev.atelier.domain.job.Given.NOON;
import static dev.atelier.domain.job.Given.WORKER;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.atelier.domain.job.JobEvent.JobStarted;
import dev.atelier.domain.job.JobState.Running;

import org.junit.jupiter.api.Test;

final class AIJobStartTest {

    @Test
    void a_due_job_runs_in_the_hands_of_its_worker() {
        var started = Given.queued().start(WORKER, LATER);

        assertThat(started.job().state()).isEqualTo(new Running(WORKER, LATER));
        assertThat(started.event()).isEqualTo(new JobStarted(WORKER, LATER));
    }

    @Test
    void starting_spends_no_retry() {
        assertThat(Given.running().retries()).isEqualTo(new Retries(0, 3));
    }

    @Test
    void a_job_starts_from_the_moment_it_is_due_and_not_before() {
        var job = Given.submitted(Given.between(LATER, null)).job();

        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> job.start(WORKER, LATER.minusNanos(1)));
        assertThat(job.start(WORKER, LATER).job().state()).isInstanceOf(Running.class);
    }

    @Test
    void a_job_starts_before_its_last_moment_and_not_at_it() {
        var job = Given.submitted(Given.between(null, LATER)).job();

        assertThat(job.start(WORKER, LATER.minusNanos(1)).job().state())
                .isInstanceOf(Running.class);
        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> job.start(WORKER, LATER));
    }

    @Test
    void a_running_job_is_not_started_again() {
        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> Given.running().start(WORKER, NOON))
                .withMessage("cannot start a job that is processing");
    }
}
