package dev.atelier.application.watch;

import static dev.atelier.testkit.Jobs.ALICE;
import static dev.atelier.testkit.Jobs.BOB;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.application.InterceptedStore;
import dev.atelier.application.port.out.StoreUnavailable;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.JobState.Cancelled;
import dev.atelier.domain.job.JobState.Completed;
import dev.atelier.domain.job.JobState.Failed;
import dev.atelier.domain.job.JobState.Queued;
import dev.atelier.domain.job.JobState.Running;
import dev.atelier.domain.job.Transition;
import dev.atelier.domain.job.UserId;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.MutableClock;
import dev.atelier.testkit.Submission;
import dev.atelier.testkit.fakes.InMemoryJobs;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Two nodes, jobs that move on both, commits that take their time, news that come late, twice, in
/// any order or never, a log that cannot be reached or changes while it is read, and followers who
/// are cut off and go on elsewhere, in any order that a seed makes of them. Whatever happened: each
/// follower heard each move once, in its job's order, and nothing of anybody else.
class WatchInterleavingTest {

    private static final Duration LONGEST_COMMIT = Duration.ofSeconds(29);
    private static final CanvasDesign LARGE = Moves.large();

    private final MutableClock clock = MutableClock.atNoon();
    private final InMemoryJobs jobs = new InMemoryJobs(clock, Duration.ofSeconds(30));
    private final InterceptedLog log = new InterceptedLog(jobs.log());
    private final List<WatchNode> nodes =
            List.of(new WatchNode(jobs, log, clock), new WatchNode(jobs.anotherNode(), log, clock));
    private final List<Follower> followers = new ArrayList<>();
    private final List<AIJob> submitted = new ArrayList<>();
    private final Map<JobId, Instant> committedAt = new HashMap<>();
    private boolean outage;
    private boolean amidARead;

    static IntStream seeds() {
        return IntStream.range(0, 120);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_follower_hears_every_move_once_and_in_order(int seed) throws Exception {
        var random = new Random(seed);
        nodes.getFirst().introduce(nodes.getLast());
        nodes.getLast().introduce(nodes.getFirst());
        log.before(this::failInAnOutage);
        log.after(() -> happenAmidARead(random));
        for (int step = 0; step < 400; step++) {
            try {
                happen(random);
            } catch (StoreUnavailable expected) {
                // Who cannot read the log tries again.
            }
        }

        calm();

        assertThat(followers).allSatisfy(this::heardEverythingOnceAndInOrder);
    }

    private void happen(Random random) throws InterruptedException {
        var node = any(nodes, random);
        switch (random.nextInt(16)) {
            case 0, 1, 2, 3, 4 -> move(random);
            case 5, 6, 7 -> node.deliverSomething(random);
            case 8 -> node.catchUp();
            case 9, 10, 11 -> read(random);
            case 12 -> connect(node, random);
            case 13 -> pass(random);
            case 14 -> disturb(node, random);
            case 15 -> cutOff(random);
            default -> throw new AssertionError("no such happening");
        }
    }

    private void happenAmidARead(Random random) {
        if (amidARead || random.nextInt(4) != 0) {
            return;
        }
        amidARead = true;
        for (int i = random.nextInt(4); i >= 0; i--) {
            move(random);
            any(nodes, random).deliverSomething(random);
        }
        amidARead = false;
    }

    private void failInAnOutage() {
        if (outage) {
            InterceptedStore.OUTAGE.run();
        }
    }

    private void disturb(WatchNode node, Random random) {
        switch (random.nextInt(4)) {
            case 0 -> node.loseNews();
            case 1 -> node.lookAgain();
            default -> outage = !outage && random.nextBoolean();
        }
    }

    /// Mostly a moment; sometimes long enough for a look, or for everything to settle.
    private void pass(Random random) {
        clock.pushForward(
                switch (random.nextInt(8)) {
                    case 0 -> Duration.ofSeconds(random.nextInt(60));
                    case 1, 2 -> WatchNode.INTERVAL;
                    default -> Duration.ofNanos(1_000L * random.nextInt(2_000_000));
                });
    }

    private void move(Random random) {
        var node = any(nodes, random).jobs();
        if (submitted.isEmpty() || random.nextInt(4) == 0) {
            var owner = random.nextInt(3) == 0 ? BOB : ALICE;
            var submission = Submission.by(owner).at(clock.instant()).made();
            node.committingAfter(lag(null, random)).store().add(submission);
            submitted.add(submission.job());
            committed(submission.job());
        } else {
            stored(any(submitted, random)).ifPresent(job -> moveOn(job, node, random));
        }
    }

    private void moveOn(AIJob job, InMemoryJobs node, Random random) {
        if (job.state().isFinal() && random.nextInt(6) == 0) {
            node.store().delete(job);
        } else if (!(job.state() instanceof Completed)) {
            node.committingAfter(lag(job, random)).store().save(next(job, random));
            committed(job);
        }
    }

    private Transition next(AIJob job, Random random) {
        var now = clock.instant();
        var dice = random.nextInt(8);
        return switch (job.state()) {
            case Queued _ -> dice == 0 ? job.cancel(now) : job.start(Jobs.aWorker(), now);
            case Running _ ->
                    switch (dice) {
                        case 0 -> job.cancel(now);
                        case 1 -> job.release(now);
                        case 2 -> Jobs.failure(job, now);
                        case 3, 4 -> Jobs.completion(job, LARGE, now);
                        case 5 -> Jobs.completion(job, now);
                        default ->
                                job.retries().exhausted()
                                        ? job.release(now)
                                        : Jobs.requeue(job, now, now);
                    };
            case Failed _, Cancelled _ -> job.retry(now);
            case Completed _ -> throw new AssertionError("nothing follows");
        };
    }

    /// No entry is written before its job's move before it was committed.
    private Duration lag(@Nullable AIJob job, Random random) {
        if (random.nextInt(3) != 0) {
            return Duration.ZERO;
        }
        var lag = LONGEST_COMMIT.dividedBy(1 + random.nextInt(20));
        if (job == null) {
            return lag;
        }
        var free = Duration.between(committedAt.get(job.id()), clock.instant());
        return free.compareTo(lag) < 0 ? free : lag;
    }

    private void committed(AIJob job) {
        committedAt.put(job.id(), clock.instant());
    }

    private void connect(WatchNode node, Random random) {
        var waiting = followers.stream().filter(it -> !it.isConnected()).toList();
        var follower =
                waiting.isEmpty() || random.nextInt(3) == 0
                        ? newFollower(random)
                        : Optional.of(any(waiting, random));
        follower.ifPresent(
                it -> {
                    it.connect(node.service(), storedOf(it.owner()));
                    if (!followers.contains(it)) {
                        followers.add(it);
                    }
                });
    }

    private Optional<Follower> newFollower(Random random) {
        if (random.nextBoolean()) {
            return Optional.of(Follower.ofAll(random.nextInt(3) == 0 ? BOB : ALICE));
        }
        if (submitted.isEmpty()) {
            return Optional.empty();
        }
        return stored(any(submitted, random))
                .map(job -> Follower.ofOne(job, random.nextLong(job.version() + 1)));
    }

    private void read(Random random) throws InterruptedException {
        if (!followers.isEmpty()) {
            var follower = any(followers, random);
            for (int i = random.nextInt(20); i >= 0; i--) {
                follower.read();
            }
        }
    }

    private void cutOff(Random random) {
        if (!followers.isEmpty() && random.nextInt(2) == 0) {
            any(followers, random).cutOff();
        }
    }

    /// Nothing new happens, and everybody looks.
    private void calm() throws InterruptedException {
        outage = false;
        log.after(InterceptedLog.NOTHING);
        for (int round = 0; round < 3; round++) {
            clock.pushForward(WatchNode.INTERVAL);
            nodes.forEach(WatchNode::catchUp);
            for (var follower : followers) {
                if (!follower.isConnected()) {
                    follower.connect(nodes.getFirst().service(), storedOf(follower.owner()));
                }
                follower.readAll();
            }
        }
    }

    private void heardEverythingOnceAndInOrder(Follower follower) {
        assertThat(follower.heard())
                .allSatisfy(move -> assertThat(move.job().owner()).isEqualTo(follower.owner()))
                .allSatisfy(move -> assertThat(follower.follows(move.job().id())).isTrue());
        for (var job : submitted) {
            if (job.owner().equals(follower.owner()) && follower.follows(job.id())) {
                heardOnceAndInOrder(follower, job.id());
                stored(job).ifPresent(it -> heardEverything(follower, it));
            }
        }
    }

    private static void heardOnceAndInOrder(Follower follower, JobId job) {
        assertThat(follower.heardOf(job)).as(job.toString()).isSorted().doesNotHaveDuplicates();
    }

    /// Of a job that is gone, what was not told in time is gone too.
    private static void heardEverything(Follower follower, AIJob stored) {
        var wanted = LongStream.rangeClosed(follower.startOf(stored.id()) + 1, stored.version());
        assertThat(follower.heardOf(stored.id()))
                .as(stored.id().toString())
                .containsExactlyElementsOf(wanted.boxed().toList());
    }

    private Optional<AIJob> stored(AIJob job) {
        return jobs.store().find(job.id(), job.owner());
    }

    private List<AIJob> storedOf(UserId owner) {
        return submitted.stream()
                .filter(job -> job.owner().equals(owner))
                .flatMap(job -> stored(job).stream())
                .toList();
    }

    private static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
