package dev.atelier.application.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.application.port.out.StoreUnavailable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

class LoopTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final WakeUp wakeUp = new WakeUp();
    private final BlockingQueue<Integer> rounds = new LinkedBlockingQueue<>();
    private final Loop loop = new Loop("test", wakeUp, this::round);
    private Supplier<Duration> work = () -> LONG;

    @AfterEach
    void stop() throws InterruptedException {
        loop.stop();
        loop.awaitEnd(Duration.ZERO);
    }

    private Duration round() {
        rounds.add(1);
        return work.get();
    }

    @Test
    void does_the_first_round_at_once_and_the_next_when_woken() throws Exception {
        loop.start();
        awaitRound();

        wakeUp.signal();

        awaitRound();
    }

    @Test
    void does_the_next_round_by_itself_after_the_time_that_the_round_said() throws Exception {
        work = () -> Duration.ofMillis(1);

        loop.start();

        awaitRound();
        awaitRound();
        awaitRound();
    }

    @Test
    void a_round_may_ask_for_no_sleep_at_all() throws Exception {
        work = () -> Duration.ZERO;

        loop.start();

        awaitRound();
        awaitRound();
    }

    @Test
    void goes_on_after_an_outage() throws Exception {
        goesOnAfter(new StoreUnavailable(new IOException("connection refused")));
    }

    @Test
    void goes_on_after_a_bug() throws Exception {
        goesOnAfter(new IllegalStateException("a bug"));
    }

    private void goesOnAfter(RuntimeException failure) throws InterruptedException {
        work =
                () -> {
                    throw failure;
                };
        loop.start();
        awaitRound();
        wakeUp.signal();
        awaitRound();

        assertThat(loop.isRunning()).isTrue();
    }

    @Test
    void goes_on_after_an_error() throws Exception {
        work =
                () -> {
                    throw new StackOverflowError();
                };
        loop.start();
        awaitRound();
        wakeUp.signal();
        awaitRound();

        assertThat(loop.isRunning()).isTrue();
    }

    @Test
    void runs_from_its_start_to_its_stop() throws Exception {
        assertThat(loop.isRunning()).isFalse();
        loop.start();
        awaitRound();
        assertThat(loop.isRunning()).isTrue();

        loop.stop();

        assertThat(loop.isRunning()).isFalse();
    }

    @Test
    void no_round_begins_once_it_is_stopped() throws Exception {
        loop.start();
        awaitRound();

        loop.stop();
        loop.awaitEnd(LONG);
        wakeUp.signal();

        assertThat(rounds).isEmpty();
    }

    @Test
    void lets_the_round_under_way_end() throws Exception {
        var mayEnd = new CountDownLatch(1);
        var interrupted = new AtomicBoolean();
        work =
                () -> {
                    interrupted.set(wasInterruptedAwaiting(mayEnd));
                    return LONG;
                };
        loop.start();
        awaitRound();

        loop.stop();
        mayEnd.countDown();
        loop.awaitEnd(LONG);

        assertThat(interrupted).isFalse();
    }

    @Test
    void interrupts_a_round_that_outlasts_patience() throws Exception {
        var interrupted = new LinkedBlockingQueue<Boolean>();
        work =
                () -> {
                    interrupted.add(wasInterruptedAwaiting(new CountDownLatch(1)));
                    return LONG;
                };
        loop.start();
        awaitRound();

        loop.stop();
        loop.awaitEnd(Duration.ZERO);

        assertThat(interrupted.poll(20, TimeUnit.SECONDS)).isEqualTo(true);
        loop.awaitEnd(LONG);
        assertThat(rounds).isEmpty();
    }

    @Test
    void a_loop_that_never_began_is_stopped_at_once() throws Exception {
        loop.stop();
        loop.awaitEnd(LONG);

        assertThat(rounds).isEmpty();
    }

    private static boolean wasInterruptedAwaiting(CountDownLatch latch) {
        try {
            latch.await();
            return false;
        } catch (InterruptedException stopped) {
            return true;
        }
    }

    private void awaitRound() throws InterruptedException {
        assertThat(rounds.poll(20, TimeUnit.SECONDS)).as("another round").isNotNull();
    }
}
