package dev.atelier.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.atelier.application.AIJobsApplication.Settings;
import dev.atelier.application.port.in.JobFlow.Finish;
import dev.atelier.application.port.in.SubmitJob.Command;
import dev.atelier.application.port.in.WorkDone.Calls;
import dev.atelier.application.port.out.Retention;
import dev.atelier.application.work.WorkSettings;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.IdempotencyKey;
import dev.atelier.domain.job.JobRequest.CreateCanvas;
import dev.atelier.domain.job.Spending;
import dev.atelier.domain.job.Terms;
import dev.atelier.domain.retry.RetryPolicy;
import dev.atelier.testkit.Briefs;
import dev.atelier.testkit.JobIds;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.MutableClock;
import dev.atelier.testkit.fakes.InMemoryJobs;
import dev.atelier.testkit.fakes.InMemoryPorts;
import dev.atelier.testkit.fakes.ScriptedGenerator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Random;

/// What a process tells of its own work.
class WorkDoneTest {

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
    private final AIJobsApplication application =
            new AIJobsApplication(
                    InMemoryPorts.of(jobs, generator),
                    SETTINGS,
                    clock,
                    new JobIds(clock),
                    new Random(1));

    @AfterEach
    void stop() throws InterruptedException {
        application.stop(LONG);
    }

    @Test
    void is_nothing_before_a_job_has_run() {
        submit();

        assertThat(application.serviceQueries().workDone().attempts()).isEmpty();
        assertThat(application.serviceQueries().workDone().calls()).isEmpty();
    }

    @Test
    void counts_what_became_of_attempts_and_what_they_took() throws Exception {
        application.start();
        generator.thenFail(Jobs.REFUSED);
        assertThat(ended(submit())).isEqualTo("failed");
        assertThat(ended(submit())).isEqualTo("completed");
        generator.thenHang();
        cancelOnceBegun(submit());
        generator.thenHang();
        submit();
        generator.awaitBegun();

        application.stop(LONG);

        var done = application.serviceQueries().workDone();
        assertThat(done.attempts())
                .isEqualTo(Map.of("failed", 1L, "completed", 1L, "lost", 1L, "released", 1L));
        assertThat(done.calls())
                .extracting(Calls::provider, Calls::model, Calls::spent)
                .containsExactly(
                        tuple("openai", "a-model", new Spending(2400, 680, BigDecimal.ZERO, 0, 2)));
    }

    @Test
    void measures_waits_and_runs_and_counts_jobs_from_begin_to_end() throws Exception {
        var first = submit();
        submitOnce();
        var repeated = submitOnce();
        application.cancelJob().cancel(first.id(), first.owner());
        clock.pushForward(Duration.ofSeconds(3));
        application.start();
        application.awaitJob().await(repeated, LONG);
        application.stop(LONG);

        var flow = application.serviceQueries().jobFlow();
        assertThat(flow.created()).isEqualTo(Map.of("create_canvas", 2L));
        assertThat(flow.finished())
                .isEqualTo(
                        Map.of(
                                new Finish("create_canvas", "cancelled"), 1L,
                                new Finish("create_canvas", "completed"), 1L));
        var done = application.serviceQueries().workDone();
        assertThat(done.waits().count()).isEqualTo(1);
        assertThat(done.waits().sum()).isEqualTo(3);
        assertThat(done.runs().count()).isEqualTo(1);
        assertThat(done.leasesLost()).isZero();
    }

    private AIJob submitOnce() {
        var request = new CreateCanvas(Briefs.aLoginFlow());
        var key = new IdempotencyKey("the-same");
        var command = new Command(Jobs.BOB, request, Terms.USUAL, key);
        return application.submitJob().submit(command).job();
    }

    private void cancelOnceBegun(AIJob job) throws InterruptedException {
        generator.awaitBegun();
        application.cancelJob().cancel(job.id(), job.owner());
        generator.awaitInterrupted();
    }

    private AIJob submit() {
        var request = new CreateCanvas(Briefs.aLoginFlow());
        var command = new Command(Jobs.ALICE, request, Terms.USUAL, null);
        return application.submitJob().submit(command).job();
    }

    private String ended(AIJob job) throws InterruptedException {
        var state = application.awaitJob().await(job, LONG).state().word();
        generator.awaitBegun();
        return state;
    }
}
