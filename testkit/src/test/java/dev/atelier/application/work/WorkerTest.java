package dev.atelier.application.work;

import static dev.atelier.application.InterceptedStore.OUTAGE;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.application.Ports;
import dev.atelier.application.port.out.Models;
import dev.atelier.application.query.AwaitJobService;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobState.Queued;
import dev.atelier.domain.job.Retries;
import dev.atelier.domain.retry.RetryPolicy;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.MutableClock;
import dev.atelier.testkit.fakes.InMemoryJobs;
import dev.atelier.testkit.fakes.InMemoryPorts;
import dev.atelier.testkit.fakes.ScriptedGenerator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// The whole worker on its real loops. Its poll is longer than any test waits, so that what happens
/// here happens by signals.
class WorkerTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final WorkSettings SETTINGS =
            new WorkSettings(2, LONG.multipliedBy(3), LONG.multipliedBy(3), LONG.multipliedBy(6));

    private final MutableClock clock = MutableClock.atNoon();
    private final InMemoryJobs jobs = new InMemoryJobs(clock, SETTINGS.lease());
    private final InterceptedQueue queue = new InterceptedQueue(jobs.queue());
    private final InterceptedRegistry registry = new InterceptedRegistry(jobs.workers());
    private final ScriptedGenerator generator = new ScriptedGenerator();
    private final AwaitJobService awaitJob = new AwaitJobService(jobs.store(), LONG);
    private final Worker worker = worker(SETTINGS);

    @BeforeEach
    void listen() {
        jobs.signals().listen(awaitJob);
    }

    @AfterEach
    void stop() throws InterruptedException {
        generator.release();
        worker.drain(LONG);
    }

    @Test
    void runs_what_was_waiting_when_it_started_and_what_comes_later() throws Exception {
        var early = submit();
        worker.start(jobs.signals());
        var late = submit();

        assertThat(ended(early)).isEqualTo("completed");
        assertThat(ended(late)).isEqualTo("completed");
        assertThat(jobs.store().design(late.id(), late.owner())).isPresent();
    }

    @Test
    void runs_what_nobody_told_of_once_a_look_has_seen_it() throws Exception {
        worker.start(jobs.signals());
        while (queue.claims() == 0) {
            Thread.onSpinWait();
        }
        var unheard = Jobs.submission();
        jobs.anotherNode().store().add(unheard);

        worker.seen(jobs.outlook().look(Duration.ZERO));

        assertThat(ended(unheard.job())).isEqualTo("completed");
    }

    /// The answer to a claim was lost: the store says that this worker runs the job.
    @Test
    void what_it_has_forgotten_is_found_by_looks() throws Exception {
        var model = new PausableModel(clock);
        model.pause(Jobs.NOON.plusSeconds(30));
        var forgetful = workerOf(model);
        forgetful.start(jobs.signals());
        while (jobs.catalogue().pulse().workers() == 0) {
            Thread.onSpinWait();
        }
        var job = submit();
        jobs.queue().claim(registry.joined().getFirst(), 1);

        while (stored(job).retries().used() == 0) {
            forgetful.seen(jobs.outlook().look(Duration.ZERO));
        }
        forgetful.drain(LONG);
    }

    @Test
    void uses_all_its_slots_and_no_more_and_each_again() throws Exception {
        generator.thenHang().thenHang();
        worker.start(jobs.signals());
        var first = submit();
        var second = submit();
        var third = submit();
        generator.awaitBegun();
        generator.awaitBegun();

        assertThat(worker.activeJobs()).isEqualTo(2);
        assertThat(generator.briefs()).hasSize(2);
        assertThat(jobs.catalogue().pulse().queued()).isEqualTo(1);

        generator.release();
        for (var job : List.of(first, second, third)) {
            assertThat(ended(job)).isEqualTo("completed");
        }
    }

    @Test
    void a_cancel_interrupts_the_generator_and_frees_the_slot() throws Exception {
        generator.thenHang().thenHang();
        worker.start(jobs.signals());
        var cancelled = submit();
        generator.awaitBegun();
        submit();
        generator.awaitBegun();
        var next = submit();

        jobs.store().save(stored(cancelled).cancel(Jobs.NOON));

        generator.awaitInterrupted();
        assertThat(ended(next)).isEqualTo("completed");
        assertThat(stored(cancelled).state().word()).isEqualTo("cancelled");
    }

    /// One slot: the next job can begin only once the failure of the first is on record.
    @Test
    void a_job_that_failed_for_now_is_not_touched_before_it_is_due() throws Exception {
        var narrow = worker(new WorkSettings(1, LONG, LONG, LONG.multipliedBy(6)));
        generator.thenFail(Jobs.OVERLOADED);
        narrow.start(jobs.signals());
        var failing = submit();
        generator.awaitBegun();
        var next = submit();

        assertThat(ended(next)).isEqualTo("completed");
        narrow.drain(LONG);
        assertThat(stored(failing).state()).isEqualTo(new Queued(Jobs.NOON.plusSeconds(120)));
    }

    @Test
    void wakes_by_itself_once_a_provider_can_be_asked_again() throws Exception {
        var opening = workerOf(new OpeningModel());
        var job = submit();
        opening.start(jobs.signals());

        assertThat(ended(job)).isEqualTo("completed");
        opening.drain(LONG);
    }

    @Test
    void a_pause_does_not_disturb_what_runs_and_what_comes_later_waits() throws Exception {
        var model = new PausableModel(clock);
        var paused = workerOf(model);
        generator.thenHang();
        paused.start(jobs.signals());
        var running = submit();
        generator.awaitBegun();

        model.pause(Jobs.NOON.plusSeconds(30));
        var late = submit();
        generator.release();

        assertThat(ended(running)).isEqualTo("completed");
        paused.drain(LONG);
        assertThat(stored(late)).isEqualTo(late);
    }

    @Test
    void draining_gives_unfinished_jobs_back_without_spending_an_attempt() throws Exception {
        generator.thenHang().thenHang();
        worker.start(jobs.signals());
        var first = submit();
        var second = submit();
        generator.awaitBegun();
        generator.awaitBegun();

        worker.drain(LONG);

        for (var job : List.of(first, second)) {
            assertThat(stored(job).state()).isEqualTo(new Queued(Jobs.NOON));
            assertThat(stored(job).retries()).isEqualTo(new Retries(0, 3));
        }
        assertThat(worker.activeJobs()).isZero();
        assertThat(jobs.catalogue().pulse().workers()).isZero();
    }

    @Test
    void nothing_is_claimed_once_it_has_drained() throws Exception {
        worker.start(jobs.signals());
        worker.drain(LONG);
        var claims = queue.claims();

        var job = submit();

        assertThat(stored(job)).isEqualTo(job);
        assertThat(queue.claims()).isEqualTo(claims);
    }

    @Test
    void a_job_that_was_being_claimed_as_the_stop_came_goes_back_unrun() throws Exception {
        var claimed = new CountDownLatch(1);
        var stopping = new CountDownLatch(1);
        queue.afterClaim(
                () -> {
                    claimed.countDown();
                    awaitOn(stopping);
                });
        var job = submit();
        worker.start(jobs.signals());
        claimed.await();
        generator.thenHang();

        var drain = Thread.ofVirtual().start(() -> drainQuietly(LONG));
        while (worker.isRunning()) {
            Thread.onSpinWait();
        }
        stopping.countDown();
        drain.join();

        assertThat(generator.briefs()).isEmpty();
        assertThat(stored(job).state()).isEqualTo(new Queued(Jobs.NOON));
    }

    @Test
    void announcing_the_stop_changes_nothing_but_what_health_says() throws Exception {
        worker.start(jobs.signals());
        worker.announceDrain();

        assertThat(worker.isDraining()).isTrue();
        assertThat(worker.isRunning()).isTrue();
        assertThat(ended(submit())).isEqualTo("completed");
    }

    @Test
    void a_store_that_hangs_does_not_hold_up_the_stop() throws Exception {
        var claimed = new CountDownLatch(1);
        queue.afterClaim(
                () -> {
                    claimed.countDown();
                    awaitOn(new CountDownLatch(1));
                });
        worker.start(jobs.signals());
        claimed.await();

        var start = System.nanoTime();
        worker.drain(Duration.ofMillis(100));

        assertThat(System.nanoTime() - start).isLessThan(LONG.toNanos());
        assertThat(worker.isRunning()).isFalse();
    }

    @Test
    void an_outage_at_the_start_is_waited_out_and_work_begins_with_the_lease() throws Exception {
        registry.duringNext(OUTAGE);
        var job = submit();

        worker.start(jobs.signals());

        assertThat(ended(job)).isEqualTo("completed");
    }

    @Test
    void a_job_claimed_under_a_lease_that_was_lost_meanwhile_is_not_run() throws Exception {
        var quick = new WorkSettings(2, LONG, LONG, Duration.ofSeconds(3));
        var forgotten = worker(quick);
        var claimed = new CountDownLatch(1);
        queue.afterClaim(
                () -> {
                    claimed.countDown();
                    jobs.workers().leave(registry.joined().getFirst());
                    while (registry.joined().size() < 2) {
                        Thread.onSpinWait();
                    }
                });
        var job = submit();
        forgotten.start(jobs.signals());
        claimed.await();

        var next = submit();
        assertThat(ended(next)).isEqualTo("completed");
        assertThat(stored(job).state().word()).isEqualTo("processing");
        assertThat(generator.briefs()).hasSize(1);
        forgotten.drain(LONG);
    }

    @Test
    void says_whether_it_runs_and_whether_it_is_about_to_stop() throws Exception {
        assertThat(worker.isRunning()).isFalse();
        worker.start(jobs.signals());
        assertThat(worker.isRunning()).isTrue();
        assertThat(worker.isDraining()).isFalse();

        worker.drain(LONG);

        assertThat(worker.isRunning()).isFalse();
        assertThat(worker.isDraining()).isTrue();
    }

    private Worker worker(WorkSettings settings) {
        return worker(settings, Given::aModel);
    }

    private Worker workerOf(Models models) {
        return worker(SETTINGS, models);
    }

    private Worker worker(WorkSettings settings, Models models) {
        var policy = new RetryPolicy(Duration.ofMinutes(2), Duration.ofMinutes(8), 0);
        var ports = with(InMemoryPorts.of(jobs, generator, models));
        return Worker.of(ports, settings, policy, clock, new Random(1));
    }

    /// Opens after a few looks: more than there are signals when a worker starts.
    private static final class OpeningModel implements Models {

        private final AtomicInteger looks = new AtomicInteger();

        @Override
        public List<Model> all() {
            return Given.aModel();
        }

        @Override
        public int room() {
            return looks.incrementAndGet() > 4 ? 1 : 0;
        }

        @Override
        public Optional<Instant> pausedUntil() {
            return Optional.of(Jobs.NOON.plusMillis(50));
        }
    }

    private Ports with(Ports inMemory) {
        return InMemoryPorts.seenThrough(inMemory, queue, registry);
    }

    private AIJob submit() {
        var submission = Jobs.submission();
        jobs.store().add(submission);
        return submission.job();
    }

    private String ended(AIJob job) throws InterruptedException {
        return awaitJob.await(job, LONG).state().word();
    }

    private AIJob stored(AIJob job) {
        return jobs.store().find(job.id(), job.owner()).orElseThrow();
    }

    private void drainQuietly(Duration patience) {
        try {
            worker.drain(patience);
        } catch (InterruptedException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static void awaitOn(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
