package dev.atelier.domain.job;

import static dev.atelier.domain.job.Given.LATER;
import static dev.atelier.domain.job.Given.NOON;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.atelier.domain.job.JobEvent.JobCancelled;
import dev.atelier.domain.job.JobState.Cancelled;

import org.junit.jupiter.api.Test;

import java.util.List;

final class AIJobCancelTest {

    @Test
    void takes_a_waiting_job_out_of_the_line() {
        var cancelled = Given.queued().cancel(LATER);

        assertThat(cancelled.job().state()).isEqualTo(new Cancelled(null, LATER));
        assertThat(cancelled.event()).isEqualTo(new JobCancelled(LATER));
    }

    @Test
    void stops_a_running_job_and_remembers_that_it_ran() {
        var cancelled = Given.running().cancel(LATER);

        assertThat(cancelled.job().state()).isEqualTo(new Cancelled(NOON, LATER));
    }

    @Test
    void is_refused_once_the_job_has_ended() {
        for (var ended : List.of(Given.completed(), Given.failed(), Given.cancelled())) {
            assertThatExceptionOfType(IllegalTransition.class)
                    .isThrownBy(() -> ended.cancel(LATER))
                    .withMessage("cannot cancel a job that is " + ended.state().word());
        }
    }

    @Test
    void leaves_the_worker_with_a_version_that_is_past() {
        var running = Given.running();

        assertThat(running.cancel(LATER).job().version())
                .isEqualTo(running.complete(Given.DRAWN, Given.BY, LATER).job().version());
    }
}
