package dev.atelier.domain.job;

import static dev.atelier.domain.job.Given.BY;
import static dev.atelier.domain.job.Given.FAILURE;
import static dev.atelier.domain.job.Given.LATER;
import static dev.atelier.domain.job.Given.NOON;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.domain.job.JobEvent.JobRetried;
import dev.atelier.domain.job.JobState.Queued;
import dev.atelier.domain.job.JobState.Running;
import dev.atelier.domain.retry.RetryDecision.GiveUp;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

final class AIJobRetryTest {

    private static final WebhookUrl HOOK = new WebhookUrl("https://hooks.example");

    @Test
    void a_failed_job_is_queued_again_and_due_at_once() {
        var again = Given.failed().retry(LATER);

        assertThat(again.job().state()).isEqualTo(new Queued(LATER));
        assertThat(again.event()).isEqualTo(new JobRetried(LATER));
    }

    @Test
    void works_after_all_automatic_retries_are_used_up_and_gives_all_of_them_back() {
        var failed = Given.runningAfter(3).attemptFailed(FAILURE, new GiveUp(), BY, NOON).job();

        assertThat(failed.retry(LATER).job().retries()).isEqualTo(new Retries(0, 3));
    }

    @Test
    void an_expired_job_can_start_after_all() {
        var failed = Given.expired().expire(NOON).job();

        var started = failed.retry(LATER).job().start(Given.WORKER, LATER);

        assertThat(started.job().state()).isInstanceOf(Running.class);
    }

    @Test
    void a_job_for_later_does_not_wait_again() {
        var cancelled = Given.delayed().cancel(NOON).job();

        assertThat(cancelled.retry(NOON).job().state()).isEqualTo(new Queued(NOON));
    }

    @Test
    void all_other_terms_stay() {
        var terms =
                new Terms(
                        new Priority(7),
                        LATER,
                        LATER,
                        Duration.ofSeconds(30),
                        new Tags(List.of("a")),
                        HOOK,
                        "trace");
        var cancelled = Given.submitted(terms).job().cancel(NOON).job();

        assertThat(cancelled.retry(LATER).job().terms())
                .isEqualTo(
                        new Terms(
                                new Priority(7),
                                null,
                                null,
                                Duration.ofSeconds(30),
                                new Tags(List.of("a")),
                                HOOK,
                                "trace"));
    }
}
