package dev.atelier.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.application.AIJobsApplication.Settings;
import dev.atelier.application.port.in.SubmitJob.Command;
import dev.atelier.application.port.out.Retention;
import dev.atelier.application.port.out.Tracing;
import dev.atelier.application.port.out.WebhookSender.Answer;
import dev.atelier.application.work.WorkSettings;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.Announcement;
import dev.atelier.domain.job.JobRequest.CreateCanvas;
import dev.atelier.domain.job.Priority;
import dev.atelier.domain.job.Tags;
import dev.atelier.domain.job.Terms;
import dev.atelier.domain.job.WebhookUrl;
import dev.atelier.domain.retry.RetryPolicy;
import dev.atelier.testkit.Briefs;
import dev.atelier.testkit.JobIds;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.MutableClock;
import dev.atelier.testkit.fakes.InMemoryJobs;
import dev.atelier.testkit.fakes.InMemoryPorts;
import dev.atelier.testkit.fakes.RecordedTracing;
import dev.atelier.testkit.fakes.ScriptedGenerator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// What is told of a job from when it was due to when its receiver knows.
class TraceOfAJobTest {

    private static final String SUBMITTED =
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Settings SETTINGS =
            new Settings(
                    new WorkSettings(2, LONG, LONG, LONG),
                    new RetryPolicy(Duration.ofMinutes(2), Duration.ofMinutes(8), 0),
                    3,
                    Retention.of(Duration.ofDays(7)));

    private final MutableClock clock = MutableClock.atNoon();
    private final InMemoryJobs jobs = new InMemoryJobs(clock, LONG);
    private final ScriptedGenerator generator = new ScriptedGenerator();
    private final RecordedTracing tracing = new RecordedTracing();
    private final BlockingQueue<Announcement> sent = new LinkedBlockingQueue<>();

    private AIJobsApplication application = application(tracing);

    @AfterEach
    void stop() throws InterruptedException {
        application.stop(LONG);
    }

    @Test
    void is_one_from_its_wait_to_its_webhook() throws Exception {
        var job = submit();
        clock.pushForward(Duration.ofSeconds(3));
        application.start();

        var told = told();
        application.stop(LONG);

        var wait = tracing.named("queue wait");
        var attempt = tracing.named("attempt");
        var chat = tracing.named("chat a-model");
        var webhook = tracing.named("webhook");
        assertThat(wait.parent()).isEqualTo(SUBMITTED);
        assertThat(Duration.between(wait.start(), wait.end())).isEqualTo(Duration.ofSeconds(3));
        assertThat(attempt.parent()).isEqualTo(SUBMITTED);
        assertThat(attempt.failure()).isNull();
        assertThat(attempt.attributes())
                .containsEntry("aijobs.job.id", job.id().toString())
                .containsEntry("aijobs.attempt", 1L)
                .containsEntry("aijobs.attempt.outcome", "completed");
        assertThat(chat.parent()).isEqualTo(attempt.traceparent());
        assertThat(chat.kind()).isEqualTo(Tracing.Kind.CLIENT);
        assertThat(chat.attributes())
                .containsEntry("gen_ai.operation.name", "chat")
                .containsEntry("gen_ai.provider.name", "openai")
                .containsEntry("gen_ai.request.model", "a-model")
                .containsEntry("gen_ai.usage.input_tokens", 1200L)
                .containsEntry("gen_ai.usage.output_tokens", 340L);
        assertThat(webhook.parent()).isEqualTo(SUBMITTED);
        assertThat(webhook.attributes())
                .containsEntry("http.response.status_code", 204L)
                .containsEntry("server.address", "hooks.example:443");
        assertThat(told.traceparent()).isEqualTo(webhook.traceparent());
    }

    @Test
    void tells_a_failure_and_nothing_of_what_was_asked() throws Exception {
        generator.thenFail(Jobs.REFUSED);
        submit();
        application.start();

        told();
        application.stop(LONG);

        var attempt = tracing.named("attempt");
        assertThat(attempt.failure()).isEqualTo("permanent: " + Jobs.REFUSED.message());
        assertThat(attempt.attributes()).containsEntry("aijobs.attempt.outcome", "failed");
        assertThat(tracing.ended().toString())
                .doesNotContain(Briefs.aLoginFlow().instructions().text(), "key=secret");
    }

    @Test
    void is_passed_on_to_the_receiver_where_nothing_is_followed() throws Exception {
        application = application(Tracing.OFF);
        submit();
        application.start();

        assertThat(told().traceparent()).isEqualTo(SUBMITTED);
        assertThat(tracing.ended()).isEmpty();
    }

    private AIJob submit() {
        var terms =
                new Terms(
                        Priority.NORMAL,
                        null,
                        null,
                        null,
                        Tags.NONE,
                        new WebhookUrl("https://hooks.example/in?key=secret"),
                        SUBMITTED);
        var request = new CreateCanvas(Briefs.aLoginFlow());
        return application.submitJob().submit(new Command(Jobs.ALICE, request, terms, null)).job();
    }

    private Announcement told() throws InterruptedException {
        var message = sent.poll(20, TimeUnit.SECONDS);
        assertThat(message).isNotNull();
        return message;
    }

    private AIJobsApplication application(Tracing how) {
        var ports =
                InMemoryPorts.telling(
                        InMemoryPorts.of(jobs, generator),
                        message -> {
                            sent.add(message);
                            return new Answer.Status(204, null);
                        });
        return new AIJobsApplication(
                InMemoryPorts.traced(ports, how),
                SETTINGS,
                clock,
                new JobIds(clock),
                new Random(1));
    }
}
