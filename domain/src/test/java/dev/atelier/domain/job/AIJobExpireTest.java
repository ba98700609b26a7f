package dev.atelier.domain.job;

import static dev.atelier.domain.job.Given.LATER;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.atelier.domain.job.JobEvent.JobFailed;
import dev.atelier.domain.job.JobState.Failed;

import org.junit.jupiter.api.Test;

final class AIJobExpireTest {

    @Test
    void fails_a_job_that_never_began_and_says_so() {
        var expired = Given.expired().expire(LATER);

        assertThat(expired.job().state()).isEqualTo(new Failed(Failure.expired(), null, LATER));
        assertThat(expired.event()).isEqualTo(new JobFailed(Failure.expired(), null, LATER));
        assertThat(Failure.expired().message()).isEqualTo("expired before it could start");
    }

    @Test
    void spends_nothing() {
        assertThat(Given.expired().expire(LATER).job().retries()).isEqualTo(new Retries(0, 3));
    }

    @Test
    void waits_for_the_last_moment() {
        var job = Given.submitted(Given.between(null, LATER)).job();

        assertThatExceptionOfType(IllegalTransition.class)
                .isThrownBy(() -> job.expire(LATER.minusNanos(1)));
        assertThat(job.expire(LATER).job().state()).isInstanceOf(Failed.class);
    }

    @Test
    void also_ends_a_job_whose_time_is_over_before_it_is_due() {
        var job = Given.submitted(Given.between(LATER.plusSeconds(60), LATER)).job();

        assertThat(job.expire(LATER).job().state()).isInstanceOf(Failed.class);
    }
}
