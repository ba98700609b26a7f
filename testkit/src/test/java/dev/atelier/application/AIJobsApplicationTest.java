package dev.atelier.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.atelier.application.AIJobsApplication.Settings;
import dev.atelier.application.port.in.JobMove;
import dev.atelier.application.port.in.SubmitJob.Command;
import dev.atelier.application.port.in.WatchJobs.Update.Moved;
import dev.atelier.application.port.out.Retention;
import dev.atelier.application.work.WorkSettings;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobRequest.CreateCanvas;
import dev.atelier.domain.job.JobState.Queued;
import dev.atelier.domain.job.Terms;
import dev.atelier.domain.retry.RetryPolicy;
import dev.atelier.testkit.Briefs;
import dev.atelier.testkit.Designs;
import dev.atelier.testkit.JobIds;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.MutableClock;
import dev.atelier.testkit.fakes.InMemoryJobs;
import dev.atelier.testkit.fakes.InMemoryPorts;
import dev.atelier.testkit.fakes.ScriptedGenerator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;

/// The application as bootstrap sees it, on ports in memory.
class AIJobsApplicationTest {

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
    void takes_a_request_runs_it_and_shows_the_result() throws Exception {
        application.start();

        var job = application.awaitJob().await(submit(), LONG);

        assertThat(job.state().word()).isEqualTo("completed");
        var result = application.jobQueries().result(job.id(), job.owner());
        assertThat(result.design()).contains(Designs.aFlow());
        assertThat(application.serviceQueries().health().healthy()).isTrue();
    }

    @Test
    void a_waiter_hears_of_a_cancel() throws Exception {
        generator.thenHang();
        application.start();
        var job = submit();
        generator.awaitBegun();

        application.cancelJob().cancel(job.id(), job.owner());

        generator.awaitInterrupted();
        assertThat(application.awaitJob().await(job, LONG).state().word()).isEqualTo("cancelled");
    }

    @Test
    void without_slots_it_takes_requests_and_leaves_them_to_others() throws Exception {
        var api =
                new AIJobsApplication(
                        InMemoryPorts.of(jobs, generator),
                        SETTINGS.withoutWork(),
                        clock,
                        new JobIds(clock),
                        new Random(1));
        api.start();

        var job = api.submitJob().submit(command()).job();

        var health = api.serviceQueries().health();
        assertThat(health.healthy()).isTrue();
        assertThat(health.processorRunning()).isFalse();
        assertThat(health.maxConcurrentJobs()).isZero();
        assertThat(health.workers()).isZero();
        application.start();
        assertThat(api.awaitJob().await(job, LONG).state().word()).isEqualTo("completed");
        api.stop(LONG);
    }

    @Test
    void says_that_it_will_stop_while_it_goes_on_working() throws Exception {
        application.start();

        application.announceStop();

        assertThat(application.serviceQueries().health().healthy()).isFalse();
        submit();
        generator.awaitBegun();
    }

    @Test
    void nobody_is_kept_waiting_by_a_service_that_is_about_to_stop() throws Exception {
        var job = submit();

        application.announceStop();

        assertThat(application.awaitJob().await(job, LONG).state().word()).isEqualTo("queued");
    }

    @Test
    void stops_with_every_job_back_in_the_queue_for_the_next_one_to_run() throws Exception {
        generator.thenHang();
        application.start();
        var job = submit();
        generator.awaitBegun();

        application.stop(LONG);

        assertThat(stored(job).state()).isEqualTo(new Queued(Jobs.NOON));
        assertThat(stored(job).retries().used()).isZero();
    }

    @Test
    void whoever_watches_sees_a_job_from_its_submission_to_its_end() throws Exception {
        application.start();
        try (var watch = application.watchJobs().all(Jobs.ALICE, null)) {
            var job = submit();
            var heard = new ArrayList<JobMove>();
            while (heard.isEmpty() || !heard.getLast().job().state().isFinal()) {
                if (watch.next(LONG).orElseThrow() instanceof Moved(var move)) {
                    heard.add(move);
                }
            }

            assertThat(heard)
                    .extracting(move -> move.job().id(), move -> move.job().state().word())
                    .containsExactly(
                            tuple(job.id(), "queued"),
                            tuple(job.id(), "processing"),
                            tuple(job.id(), "completed"));
            assertThat(heard.getLast().drawn()).isEqualTo(Designs.aFlow());
        }
    }

    @Test
    void whoever_watches_still_hears_what_the_stop_did_and_then_nothing() throws Exception {
        generator.thenHang();
        application.start();
        var job = submit();
        generator.awaitBegun();
        try (var watch = application.watchJobs().job(job.id(), job.owner(), 2)) {
            assertThat(watch.next(Duration.ZERO)).isEmpty();

            application.stop(LONG);

            assertThat(watch.next(LONG))
                    .map(update -> ((Moved) update).move().job().state())
                    .contains(new Queued(Jobs.NOON));
            jobs.store().save(stored(job).cancel(Jobs.NOON));
            assertThat(watch.next(Duration.ZERO)).isEmpty();
        }
    }

    private AIJob stored(AIJob job) {
        return jobs.store().find(job.id(), job.owner()).orElseThrow();
    }

    private AIJob submit() {
        return application.submitJob().submit(command()).job();
    }

    private static Command command() {
        return new Command(Jobs.ALICE, new CreateCanvas(Briefs.aLoginFlow()), Terms.USUAL, null);
    }
}
