package dev.atelier.adapters.ai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.ai.gate.ProviderGate;
import dev.atelier.adapters.ai.provider.Provider.Opened;
import dev.atelier.application.AIJobsApplication;
import dev.atelier.application.port.in.SubmitJob.Command;
import dev.atelier.application.port.out.CanvasGenerator;
import dev.atelier.application.port.out.GenerationFailed;
import dev.atelier.application.port.out.Retention;
import dev.atelier.application.work.WorkSettings;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.Failure;
import dev.atelier.domain.job.JobRequest.CreateCanvas;
import dev.atelier.domain.job.Terms;
import dev.atelier.domain.retry.RetryPolicy;
import dev.atelier.testkit.Designs;
import dev.atelier.testkit.JobIds;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.MutableClock;
import dev.atelier.testkit.fakes.InMemoryJobs;
import dev.atelier.testkit.fakes.InMemoryPorts;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// A whole node with ten slots on its real loops, against a provider that cannot bear ten calls at
/// once. Only the clock is the test's own.
@Timeout(60)
final class NodeBehindGateTest {

    private static final int TEN = 10;
    private static final Duration WAIT = Duration.ofSeconds(30);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final WorkSettings WORK =
            new WorkSettings(TEN, Duration.ofMillis(10), LONG, LONG);

    private final MutableClock clock = MutableClock.atNoon();
    private final InMemoryJobs jobs = new InMemoryJobs(clock, LONG);
    private final ProviderGate gate = new ProviderGate("openai", clock, () -> 0L);
    private final BusyProvider provider = new BusyProvider();
    private final AIJobsApplication node = node();

    @AfterEach
    void stop() throws InterruptedException {
        node.stop(LONG);
    }

    @Test
    void jobs_that_were_turned_away_together_come_back_one_first_and_never_too_many()
            throws Exception {
        var submitted = IntStream.range(0, TEN).mapToObj(_ -> submit()).toList();
        node.start();
        for (var job : submitted) {
            awaitRequeued(job);
        }
        assertThat(provider.calls()).isEqualTo(TEN);

        clock.pushForward(WAIT);
        provider.awaitBegun(1);
        assertThat(gate.room()).as("one goes first").isZero();
        provider.answer(1);
        provider.awaitBegun(TEN / 2);
        assertThat(gate.room()).as("half as many as were too much").isZero();
        provider.answer(TEN);

        for (var job : submitted) {
            var ended = node.awaitJob().await(job, LONG);
            assertThat(ended.state().word()).isEqualTo("completed");
            assertThat(ended.version()).as("not passed to and fro").isBetween(5L, 9L);
            assertThat(node.jobQueries().details(job.id(), job.owner()).attempts()).hasSize(2);
        }
        assertThat(provider.calls()).isEqualTo(2 * TEN);
        assertThat(provider.peak()).isBetween(TEN / 2, TEN / 2 + 1);
    }

    /// Turns the first ten away, once all of them are there; answers the others when it is told to.
    private static final class BusyProvider implements CanvasGenerator {

        private final AtomicInteger calls = new AtomicInteger();
        private final CountDownLatch allThere = new CountDownLatch(TEN);
        private final Semaphore begun = new Semaphore(0);
        private final Semaphore answers = new Semaphore(0);
        private int underWay;
        private int peak;

        @Override
        public Generated generate(Assignment assignment, Listener listener)
                throws InterruptedException {
            if (calls.incrementAndGet() <= TEN) {
                allThere.countDown();
                allThere.await();
                throw new GenerationFailed(
                        Failure.rateLimited("Busy", WAIT), Jobs.BY_A_MODEL, null);
            }
            count(1);
            try {
                begun.release();
                answers.acquire();
                return new Generated(Designs.aFlow(), Jobs.BY_A_MODEL);
            } finally {
                count(-1);
            }
        }

        private synchronized void count(int change) {
            underWay += change;
            peak = Math.max(peak, underWay);
        }

        void awaitBegun(int more) throws InterruptedException {
            assertThat(begun.tryAcquire(more, LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }

        void answer(int more) {
            answers.release(more);
        }

        int calls() {
            return calls.get();
        }

        synchronized int peak() {
            return peak;
        }
    }

    private void awaitRequeued(AIJob job) {
        while (node.jobQueries().details(job.id(), job.owner()).job().retries().used() == 0) {
            Thread.onSpinWait();
        }
    }

    private AIJob submit() {
        var request = new CreateCanvas(Asking.brief("a -> b"));
        return node.submitJob().submit(new Command(Jobs.ALICE, request, Terms.USUAL, null)).job();
    }

    private AIJobsApplication node() {
        var opened = new Opened("openai", "a-model", provider);
        var candidates = List.of(new Candidate(opened, gate));
        var ports =
                InMemoryPorts.of(
                        jobs,
                        new FailoverGenerator(candidates, clock),
                        new GatedModels(candidates));
        var settings =
                new AIJobsApplication.Settings(
                        WORK,
                        new RetryPolicy(Duration.ZERO, Duration.ZERO, 0),
                        3,
                        Retention.of(LONG));
        return new AIJobsApplication(ports, settings, clock, new JobIds(clock), new Random(1));
    }
}
