package dev.atelier.application.work;

import static dev.atelier.application.InterceptedStore.OUTAGE;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.application.InterceptedStore;
import dev.atelier.application.InterceptedStore.Call;
import dev.atelier.application.control.CancelJobService;
import dev.atelier.application.control.RetryJobService;
import dev.atelier.application.port.out.StaleJob;
import dev.atelier.application.port.out.StoreUnavailable;
import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.Failure;
import dev.atelier.domain.job.IllegalTransition;
import dev.atelier.domain.job.JobState.Completed;
import dev.atelier.domain.retry.RetryPolicy;
import dev.atelier.testkit.Briefs;
import dev.atelier.testkit.Designs;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.MutableClock;
import dev.atelier.testkit.Submission;
import dev.atelier.testkit.fakes.InMemoryJobs;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// Three nodes, users who change their minds, lost answers and outages, in any order that a seed
/// makes of them. Whatever happened: when calm returns every job ends, and what completed was drawn
/// exactly once.
class InterleavingTest {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final WorkSettings SETTINGS =
            new WorkSettings(2, Duration.ofSeconds(5), Duration.ofMinutes(1), LEASE);
    private static final CanvasId BOARD = new CanvasId("board");

    private final MutableClock clock = MutableClock.atNoon();
    private final InMemoryJobs jobs = new InMemoryJobs(clock, LEASE);
    private final InterceptedStore store = new InterceptedStore(jobs.store());
    private final FailedAttempts failedAttempts =
            new FailedAttempts(
                    new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(4), 0.1),
                    clock,
                    new Random(7));
    private final List<HandCrankedNode> nodes =
            IntStream.range(0, 3)
                    .mapToObj(
                            _ -> new HandCrankedNode(jobs, store, failedAttempts, clock, SETTINGS))
                    .toList();
    private final List<AIJob> submitted = new ArrayList<>();

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_job_ends_and_is_drawn_once(int seed) throws Exception {
        var random = new Random(seed);
        for (int step = 0; step < 150; step++) {
            try {
                happen(random);
            } catch (StoreUnavailable | StaleJob | IllegalTransition expected) {
                // Refusals are part of the game: no state may suffer from them.
            }
        }

        calm();

        assertThat(submitted).allSatisfy(job -> assertThat(stored(job).state().isFinal()).isTrue());
        assertThat(submitted).allSatisfy(this::isDrawnOnceIfCompleted);
        assertThat(objectsOnTheBoard())
                .isEqualTo(3 * submitted.stream().filter(this::completedOnTheBoard).count());
    }

    private void happen(Random random) throws InterruptedException {
        var node = nodes.get(random.nextInt(nodes.size()));
        switch (random.nextInt(16)) {
            case 0, 1 -> submit(random);
            case 2, 3, 4 -> node.dispatch();
            case 5, 6 -> settleOne(node, random);
            case 7, 8 -> node.beat();
            case 9 -> node.watch();
            case 10 -> node.lookForLost();
            case 11 -> pass(Duration.ofMillis(random.nextInt(15_000)));
            case 12 -> recover();
            case 13 -> changeOnesMind(random);
            case 14 -> breakDown(node, random);
            case 15 -> node.claimInVain();
            default -> throw new AssertionError("no such happening");
        }
    }

    private void submit(Random random) {
        var submission =
                Submission.by(random.nextBoolean() ? Jobs.ALICE : Jobs.BOB).at(clock.instant());
        var made = (random.nextInt(3) == 0 ? submission.of(Briefs.onto(BOARD)) : submission).made();
        jobs.store().add(made);
        submitted.add(made.job());
    }

    private static void settleOne(HandCrankedNode node, Random random) throws InterruptedException {
        if (node.attempts() == 0) {
            return;
        }
        var index = random.nextInt(node.attempts());
        switch (random.nextInt(4)) {
            case 0 -> node.fail(index, Jobs.OVERLOADED);
            case 1 -> node.fail(index, Jobs.REFUSED);
            default -> node.succeed(index);
        }
    }

    private void changeOnesMind(Random random) {
        if (submitted.isEmpty()) {
            return;
        }
        var job = submitted.get(random.nextInt(submitted.size()));
        if (random.nextBoolean()) {
            new CancelJobService(jobs.store(), clock).cancel(job.id(), job.owner());
        } else {
            new RetryJobService(jobs.store(), clock).retry(job.id(), job.owner());
        }
    }

    private void breakDown(HandCrankedNode node, Random random) throws InterruptedException {
        switch (random.nextInt(3)) {
            case 0 -> store.before(Call.SAVE, OUTAGE);
            case 1 -> store.after(Call.SAVE, OUTAGE);
            default -> node.drain();
        }
    }

    private void recover() {
        for (var job : jobs.queue().abandoned(100)) {
            try {
                store.save(failedAttempts.fail(job, Failure.abandoned(), null));
            } catch (StoreUnavailable passing) {
                // The next round finds the job again.
            }
        }
    }

    private void pass(Duration time) {
        clock.pushForward(time);
        nodes.forEach(node -> node.pass(time));
    }

    /// Nothing new happens, and everybody does their rounds.
    private void calm() throws InterruptedException {
        for (int round = 0; round < 40; round++) {
            for (var node : nodes) {
                node.watch();
                node.beat();
                node.lookForLost();
                node.dispatch();
                node.succeedAll();
            }
            recover();
            pass(SETTINGS.poll());
        }
    }

    private void isDrawnOnceIfCompleted(AIJob job) {
        var design = jobs.store().design(job.id(), job.owner());
        assertThat(design.isPresent()).isEqualTo(stored(job).state() instanceof Completed);
        if (stored(job).state() instanceof Completed(var canvas, _, _, _)
                && !canvas.equals(BOARD)) {
            var drawn = jobs.canvases().find(canvas, job.owner()).orElseThrow();
            assertThat(drawn.version()).isEqualTo(1);
            assertThat(drawn.design()).isEqualTo(Designs.aFlow());
        }
    }

    private boolean completedOnTheBoard(AIJob job) {
        return stored(job).state() instanceof Completed(var canvas, _, _, _)
                && canvas.equals(BOARD);
    }

    private long objectsOnTheBoard() {
        return List.of(Jobs.ALICE, Jobs.BOB).stream()
                .flatMap(owner -> jobs.canvases().find(BOARD, owner).stream())
                .mapToLong(board -> board.design().objects().size())
                .sum();
    }

    private AIJob stored(AIJob job) {
        return jobs.store().find(job.id(), job.owner()).orElseThrow();
    }
}
