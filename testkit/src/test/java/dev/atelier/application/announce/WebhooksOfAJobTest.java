package dev.atelier.application.announce;

import static dev.atelier.application.announce.Given.HOOK;
import static dev.atelier.application.announce.Given.LONG;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.application.port.in.JobNotFound;
import dev.atelier.application.port.in.NoWebhook;
import dev.atelier.application.port.in.RedeliverWebhook;
import dev.atelier.application.port.in.WebhookDelivery.Status;
import dev.atelier.application.port.in.WebhookQueries;
import dev.atelier.domain.job.IllegalTransition;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.Submission;
import dev.atelier.testkit.fakes.InMemoryPorts;
import dev.atelier.testkit.fakes.ScriptedGenerator;

import org.junit.jupiter.api.Test;

import java.util.Random;

/// What an owner may see of the messages, and ask for.
class WebhooksOfAJobTest {

    private final Given given = new Given();
    private final WebhookQueries queries =
            new WebhookQueriesService(
                    given.jobs.store(),
                    given.jobs.webhooks(),
                    Announcer.of(
                            InMemoryPorts.of(given.jobs, new ScriptedGenerator()),
                            LONG,
                            given.clock,
                            new Random(1)));
    private final RedeliverWebhook redeliver =
            new RedeliverWebhookService(given.jobs.store(), given.jobs.webhooks());

    @Test
    void an_owner_sees_what_became_of_each_message() {
        var job = given.announced(HOOK);

        assertThat(queries.deliveries(job.id(), job.owner())).containsExactly(given.last(job));
        assertThat(queries.attemptsMade()).isEmpty();
    }

    @Test
    void a_job_that_has_not_ended_has_no_message_yet() {
        var submission = Submission.by(Jobs.ALICE).toldTo(HOOK).made();
        given.jobs.store().add(submission);
        var job = submission.job();

        assertThat(queries.deliveries(job.id(), job.owner())).isEmpty();
        assertThatThrownBy(() -> redeliver.redeliver(job.id(), job.owner()))
                .isInstanceOf(IllegalTransition.class);
    }

    @Test
    void the_last_message_is_sent_again_on_demand() {
        var job = given.announced(HOOK);

        redeliver.redeliver(job.id(), job.owner());

        assertThat(given.last(job).status()).isEqualTo(Status.PENDING);
    }

    @Test
    void a_job_that_nobody_was_to_hear_of_has_nothing_to_send() {
        var submission = Submission.by(Jobs.ALICE).made();
        given.jobs.store().add(submission);
        var cancelled = submission.job().cancel(Jobs.NOON);
        given.jobs.store().save(cancelled);
        var job = cancelled.job();

        assertThatThrownBy(() -> redeliver.redeliver(job.id(), job.owner()))
                .isInstanceOf(NoWebhook.class);
    }

    @Test
    void a_job_of_somebody_else_is_not_there() {
        var job = given.announced(HOOK);

        assertThatThrownBy(() -> queries.deliveries(job.id(), Jobs.BOB))
                .isInstanceOf(JobNotFound.class);
        assertThatThrownBy(() -> redeliver.redeliver(job.id(), Jobs.BOB))
                .isInstanceOf(JobNotFound.class);
    }
}
