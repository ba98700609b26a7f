package dev.atelier.application.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.application.control.DeleteJobsService;
import dev.atelier.application.control.RetryJobService;
import dev.atelier.application.port.in.JobDetails.Reason;
import dev.atelier.application.port.in.JobDetails.Waiting;
import dev.atelier.application.port.in.SubmitJob.Command;
import dev.atelier.application.port.out.GeneratorPaused;
import dev.atelier.application.query.AwaitJobService;
import dev.atelier.application.query.JobQueriesService;
import dev.atelier.application.submit.SubmitJobService;
import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobRequest.CreateCanvas;
import dev.atelier.domain.job.JobState.Queued;
import dev.atelier.domain.job.Retries;
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

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A job's way through the application, one turn of the crank at a time.
class JobJourneyTest {

    private static final Duration POLL = Duration.ofSeconds(5);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final WorkSettings SETTINGS = new WorkSettings(3, POLL, LEASE, LEASE);

    private final MutableClock clock = MutableClock.atNoon();
    private final InMemoryJobs jobs = new InMemoryJobs(clock, LEASE);
    private final ScriptedGenerator generator = new ScriptedGenerator();
    private final PausableModel model = new PausableModel(clock);
    private final SubmitJobService submitJob =
            new SubmitJobService(jobs.store(), jobs.canvases(), new JobIds(clock), clock, 3);
    private final JobQueriesService queries =
            new JobQueriesService(jobs.store(), jobs.catalogue(), jobs.progress(), model);
    private WorkerParts node = nodeWithJitter(0);

    @BeforeEach
    void join() {
        node.lease().beat();
    }

    @Test
    void from_the_request_to_the_canvas() throws Exception {
        var awaitJob = new AwaitJobService(jobs.store(), POLL);

        var job = submit();
        assertThat(status(job)).isEqualTo("queued");
        assertThat(queries.details(job.id(), job.owner()).waiting()).isNotNull();

        var attempt = claim().getFirst();
        assertThat(status(job)).isEqualTo("processing");

        settle(attempt);
        assertThat(generator.briefs()).containsExactly(Briefs.aLoginFlow());
        assertThat(awaitJob.await(job, Duration.ZERO).state().word()).isEqualTo("completed");
        assertThat(queries.result(job.id(), job.owner()).design()).contains(Designs.aFlow());
        assertThat(queries.stats(job.owner()).completed()).isEqualTo(1);

        clock.pushForward(Duration.ofDays(8));
        var deleteJobs = new DeleteJobsService(jobs.store(), jobs.retention());
        assertThat(deleteJobs.cleanUpAll(Duration.ofDays(7))).isEqualTo(1);
        var canvas = new CanvasId(job.id().toString());
        assertThat(jobs.canvases().find(canvas, job.owner())).isPresent();
    }

    @Test
    void three_retries_are_one_attempt_and_three_more_after_two_four_and_eight_minutes()
            throws Exception {
        generatorFails(4);
        var job = submit();

        for (var wait : List.of(2, 4, 8)) {
            crank();
            assertThat(stored(job).state())
                    .isEqualTo(new Queued(clock.instant().plus(Duration.ofMinutes(wait))));

            var attempts = generator.briefs().size();
            clock.pushForward(Duration.ofMinutes(wait).minusMillis(1));
            crank();
            assertThat(generator.briefs()).as("not before it is due").hasSize(attempts);
            clock.pushForward(Duration.ofMillis(1));
        }
        crank();

        assertThat(status(job)).isEqualTo("failed");
        assertThat(generator.briefs()).hasSize(4);
        assertThat(queries.details(job.id(), job.owner()).attempts()).hasSize(4);
    }

    @Test
    void with_jitter_they_come_about_then() throws Exception {
        node = nodeWithJitter(0.1);
        node.lease().beat();
        generatorFails(4);
        var job = submit();

        for (var wait : List.of(2, 4, 8)) {
            crank();
            var due = ((Queued) stored(job).state()).notBefore();
            var plain = Duration.ofMinutes(wait);
            assertThat(Duration.between(clock.instant(), due))
                    .isBetween(
                            plain.multipliedBy(9).dividedBy(10),
                            plain.multipliedBy(11).dividedBy(10));
            clock.pushForward(Duration.between(clock.instant(), due));
        }
        crank();

        assertThat(status(job)).isEqualTo("failed");
    }

    @Test
    void a_retry_by_hand_works_after_the_automatic_ones_are_used_up() throws Exception {
        generatorFails(4);
        var job = submit();
        for (int n = 0; n < 4; n++) {
            crank();
            clock.pushForward(Duration.ofMinutes(8));
        }
        assertThat(status(job)).isEqualTo("failed");

        var retried = new RetryJobService(jobs.store(), clock).retry(job.id(), job.owner());
        assertThat(retried.retries()).isEqualTo(new Retries(0, 3));
        generatorFails(1);
        crank();
        assertThat(stored(job).retries()).isEqualTo(new Retries(1, 3));
        clock.pushForward(Duration.ofMinutes(2));
        crank();

        assertThat(status(job)).isEqualTo("completed");
    }

    @Test
    void while_no_provider_can_be_asked_a_job_waits_and_spends_nothing() throws Exception {
        var until = Jobs.NOON.plusSeconds(30);
        var job = submit();
        var claimed = claim().getFirst();
        model.pause(until);
        generator.thenThrow(new GeneratorPaused(until));

        settle(claimed);
        assertThat(stored(job).state()).isEqualTo(new Queued(Jobs.NOON));
        assertThat(stored(job).retries()).isEqualTo(new Retries(0, 3));
        var waiting = queries.details(job.id(), job.owner());
        assertThat(waiting.attempts()).isEmpty();
        assertThat(waiting.waiting())
                .isEqualTo(new Waiting(Reason.PROVIDER_PAUSED, until, 0, null));

        clock.pushForward(Duration.ofMillis(29_999));
        crank();
        assertThat(generator.briefs()).as("not before it opens").hasSize(1);

        clock.pushForward(Duration.ofMillis(1));
        crank();
        assertThat(status(job)).isEqualTo("completed");
        assertThat(queries.details(job.id(), job.owner()).attempts()).hasSize(1);
    }

    private WorkerParts nodeWithJitter(double jitter) {
        var policy = new RetryPolicy(Duration.ofMinutes(2), Duration.ofMinutes(8), jitter);
        var ports = InMemoryPorts.of(jobs, generator, model);
        return WorkerParts.of(ports, SETTINGS, policy, clock, new Random(20));
    }

    private AIJob submit() {
        var request = new CreateCanvas(Briefs.aLoginFlow());
        return submitJob.submit(new Command(Jobs.ALICE, request, Terms.USUAL, null)).job();
    }

    private void generatorFails(int times) {
        for (int n = 0; n < times; n++) {
            generator.thenFail(Jobs.OVERLOADED);
        }
    }

    /// Claims what is due and runs it to its end.
    private void crank() throws InterruptedException {
        for (var attempt : claim()) {
            settle(attempt);
        }
    }

    private List<Attempt> claim() {
        var begun = new ArrayList<Attempt>();
        node.dispatcher()
                .round(
                        job ->
                                begun.add(
                                        new Attempt(
                                                job,
                                                Given.assignments(),
                                                generator,
                                                _ -> {},
                                                LEASE)));
        return begun;
    }

    private void settle(Attempt attempt) throws InterruptedException {
        node.settlement().settle(attempt.job(), attempt.run());
    }

    private String status(AIJob job) {
        return stored(job).state().word();
    }

    private AIJob stored(AIJob job) {
        return queries.details(job.id(), job.owner()).job();
    }
}
