package dev.atelier.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.application.port.out.StoreUnavailable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/// Writes are texts here; their first letter is their key and its case their kind, and `!` is
/// refused data.
@Timeout(20)
final class GroupCommitTest {

    private static final class RefusedData extends RuntimeException {}

    private final LinkedBlockingQueue<List<String>> flushed = new LinkedBlockingQueue<>();
    private final Semaphore mayFlush = new Semaphore(0);
    private final GroupCommit<String, String> commits =
            new GroupCommit<>(
                    "test",
                    new GroupCommit.Rules<>(
                            text -> text.charAt(0),
                            text -> text.charAt(0),
                            text -> Character.isUpperCase(text.charAt(0)),
                            String::length,
                            4,
                            20,
                            GroupCommit.Rules.NEVER),
                    RefusedData.class::isInstance,
                    this::flush);

    private List<String> flush(int flusher, List<String> batch) {
        flushed.add(batch);
        mayFlush.acquireUninterruptibly();
        if (batch.stream().anyMatch(text -> text.contains("!"))) {
            throw new RefusedData();
        }
        return batch.stream().map(text -> text + " is stored").toList();
    }

    @AfterEach
    void close() {
        mayFlush.release(1000);
        commits.close();
    }

    /// Hands these in one after the other, and returns once all wait.
    private List<Future<String>> written(String... texts) {
        return writtenTo(commits, texts);
    }

    private static List<Future<String>> writtenTo(
            GroupCommit<String, String> commits, String... texts) {
        var answers = new ArrayList<Future<String>>();
        for (var text : texts) {
            var answer = new FutureTask<>(() -> commits.write(text));
            awaitWaiting(Thread.ofPlatform().start(answer));
            answers.add(answer);
        }
        return answers;
    }

    private static void awaitWaiting(Thread writer) {
        while (writer.getState() != Thread.State.WAITING) {
            assertThat(writer.isAlive()).isTrue();
            Thread.onSpinWait();
        }
    }

    private List<String> nextFlush() throws InterruptedException {
        return flushed.take();
    }

    /// Hands in one write and leaves its flush under way.
    private Future<String> flushUnderWay() throws InterruptedException {
        var first = written("0").getFirst();
        assertThat(nextFlush()).containsExactly("0");
        return first;
    }

    @Test
    void a_caller_returns_once_its_write_is_flushed_and_not_before() throws Exception {
        var answer = flushUnderWay();
        assertThat(answer.isDone()).isFalse();

        mayFlush.release();

        assertThat(answer.get()).isEqualTo("0 is stored");
    }

    @Test
    void writes_that_arrive_during_a_flush_travel_together() throws Exception {
        assertThat(flushUnderWay()).isNotDone();
        var answers = written("a", "b", "c");

        mayFlush.release(2);

        assertThat(nextFlush()).containsExactly("a", "b", "c");
        assertThat(answers.get(1).get()).isEqualTo("b is stored");
    }

    @Test
    void a_batch_is_bounded_in_number() throws Exception {
        assertThat(flushUnderWay()).isNotDone();
        written("a", "b", "c", "d", "e");

        mayFlush.release(3);

        assertThat(nextFlush()).containsExactly("a", "b", "c", "d");
        assertThat(nextFlush()).containsExactly("e");
    }

    @Test
    void a_batch_is_bounded_in_bytes_but_takes_at_least_one_write() throws Exception {
        assertThat(flushUnderWay()).isNotDone();
        var long1 = "a is longer than a batch may be";
        written(long1, "b has ten.", "c has ten.", "d");

        mayFlush.release(4);

        assertThat(nextFlush()).containsExactly(long1);
        assertThat(nextFlush()).containsExactly("b has ten.", "c has ten.");
        assertThat(nextFlush()).containsExactly("d");
    }

    @Test
    void writes_of_one_key_never_share_a_batch_and_keep_their_order() throws Exception {
        assertThat(flushUnderWay()).isNotDone();
        written("a1", "b", "a2", "a3");

        mayFlush.release(4);

        assertThat(nextFlush()).containsExactly("a1", "b");
        assertThat(nextFlush()).containsExactly("a2");
        assertThat(nextFlush()).containsExactly("a3");
    }

    @Test
    void writes_of_different_kinds_never_share_a_batch_and_those_of_one_key_keep_their_order()
            throws Exception {
        assertThat(flushUnderWay()).isNotDone();
        written("a", "B", "c", "B2", "d");

        mayFlush.release(4);

        assertThat(nextFlush()).containsExactly("a", "c", "d");
        assertThat(nextFlush()).containsExactly("B");
        assertThat(nextFlush()).containsExactly("B2");
    }

    @Test
    void where_many_wait_a_second_flush_begins_beside_the_first_but_not_for_owners_under_way()
            throws Exception {
        try (var busy =
                new GroupCommit<>(
                        "busy",
                        new GroupCommit.Rules<String>(
                                text -> text,
                                text -> text.charAt(0),
                                _ -> "text",
                                _ -> 1,
                                10,
                                10,
                                3),
                        RefusedData.class::isInstance,
                        this::flush)) {
            writtenTo(busy, "a");
            assertThat(nextFlush()).containsExactly("a");
            writtenTo(busy, "a2", "b");
            assertThat(flushed).isEmpty();

            writtenTo(busy, "c");
            assertThat(nextFlush()).containsExactly("b", "c");

            mayFlush.release(3);
            assertThat(nextFlush()).containsExactly("a2");
        }
    }

    @Test
    void refused_data_fails_its_own_write_alone() throws Exception {
        assertThat(flushUnderWay()).isNotDone();
        var answers = written("a", "b!", "c");

        mayFlush.release(10);

        assertThat(answers.get(0).get()).isEqualTo("a is stored");
        assertThat(answers.get(2).get()).isEqualTo("c is stored");
        assertThatThrownBy(answers.get(1)::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(RefusedData.class);
    }

    @Test
    void a_failure_of_another_kind_fails_the_whole_batch_and_is_not_tried_again() {
        var flushes = new ArrayList<List<Integer>>();
        var gathering = new CountDownLatch(1);
        try (var failing =
                new GroupCommit<Integer, Integer>(
                        "failing",
                        new GroupCommit.Rules<>(n -> n, n -> n, _ -> "number", _ -> 1, 10, 10, 10),
                        RefusedData.class::isInstance,
                        (_, batch) -> {
                            flushes.add(batch);
                            awaitLatch(gathering);
                            throw new StoreUnavailable(new RuntimeException("gone"));
                        })) {
            var answers = new ArrayList<CompletableFuture<Integer>>();
            for (int n = 0; n < 3; n++) {
                int number = n;
                answers.add(
                        CompletableFuture.supplyAsync(
                                () -> failing.write(number), Thread::startVirtualThread));
            }
            gathering.countDown();

            assertThat(answers)
                    .allSatisfy(
                            answer ->
                                    assertThatThrownBy(answer::get)
                                            .hasCauseInstanceOf(StoreUnavailable.class));
            assertThat(flushes.stream().mapToInt(List::size).sum()).isEqualTo(3);
        }
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    @Test
    void an_error_in_a_flush_does_not_end_the_lane() {
        var first = new CompletableFuture<Void>();
        try (var stumbling =
                new GroupCommit<Integer, Integer>(
                        "stumbling",
                        new GroupCommit.Rules<>(n -> n, n -> n, _ -> "number", _ -> 1, 10, 10, 10),
                        RefusedData.class::isInstance,
                        (_, batch) -> {
                            if (first.complete(null)) {
                                throw new StackOverflowError("only once");
                            }
                            return batch;
                        })) {
            assertThatThrownBy(() -> stumbling.write(1)).hasRootCauseMessage("only once");

            assertThat(stumbling.write(2)).isEqualTo(2);
        }
    }

    @Test
    void an_interrupted_caller_still_learns_of_its_write_and_finds_the_interrupt()
            throws Exception {
        assertThat(flushUnderWay()).isNotDone();
        var interruptedAfterwards = new CompletableFuture<Boolean>();
        var writer =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    commits.write("a");
                                    interruptedAfterwards.complete(Thread.interrupted());
                                });
        awaitWaiting(writer);
        writer.interrupt();
        var neighbour = written("b").getFirst();

        mayFlush.release(2);

        assertThat(interruptedAfterwards.get()).isTrue();
        assertThat(neighbour.get()).isEqualTo("b is stored");
    }

    @Test
    void closing_flushes_what_was_taken_and_refuses_the_rest() throws Exception {
        assertThat(flushUnderWay()).isNotDone();
        var taken = written("a").getFirst();
        mayFlush.release(2);

        commits.close();

        assertThat(taken.get()).isEqualTo("a is stored");
        assertThatThrownBy(() -> commits.write("b")).isInstanceOf(StoreUnavailable.class);
    }
}
