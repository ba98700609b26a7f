package dev.atelier.adapters.ai.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.adapters.ai.Asking;
import dev.atelier.application.port.out.CanvasGenerator;
import dev.atelier.application.port.out.GenerationFailed;
import dev.atelier.application.port.out.GeneratorPaused;
import dev.atelier.domain.job.Failure;
import dev.atelier.domain.job.Failure.Kind;
import dev.atelier.domain.job.GeneratedBy;
import dev.atelier.domain.job.GeneratedBy.Usage;
import dev.atelier.testkit.Designs;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.MutableClock;
import dev.atelier.testkit.fakes.ScriptedGenerator;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

@Timeout(60)
final class GatedGeneratorTest {

    private static final Duration WAIT = Duration.ofSeconds(30);

    private final MutableClock clock = MutableClock.atNoon();
    private final ProviderGate gate = new ProviderGate("openai", clock, () -> 0L);
    private final ScriptedGenerator provider = new ScriptedGenerator();
    private final GatedGenerator gated = new GatedGenerator(provider, gate);

    @Test
    void of_ten_calls_none_goes_out_before_its_time_and_then_one_and_then_the_rest()
            throws Exception {
        provider.thenFail(Failure.rateLimited("Busy", WAIT));
        assertThatThrownBy(this::generate).isInstanceOf(GenerationFailed.class);
        clock.pushForward(WAIT.minusMillis(1));
        assertThat(atOnce(9)).isZero();
        assertThat(provider.briefs()).hasSize(1);

        clock.pushForward(Duration.ofMillis(1));
        provider.thenHang();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(this::generate);
            provider.awaitBegun();
            provider.awaitBegun();
            assertThat(atOnce(8)).as("while the first is on its way").isZero();
            assertThat(provider.briefs()).hasSize(2);

            provider.release();
            first.get();
        }
        for (int n = 0; n < 8; n++) {
            generate();
        }
        assertThat(provider.briefs()).hasSize(10);
    }

    @Test
    void of_many_that_come_together_as_it_opens_one_is_let_through() throws Exception {
        limit();
        clock.pushForward(WAIT);
        provider.thenHang();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ExecutorCompletionService<Boolean>(threads);
            IntStream.range(0, 10).forEach(_ -> calls.submit(this::goes));
            for (int n = 0; n < 9; n++) {
                assertThat(calls.take().get()).isFalse();
            }
            provider.release();
            assertThat(calls.take().get()).isTrue();
        }

        assertThat(provider.briefs()).hasSize(2);
    }

    @Test
    void the_first_part_of_a_design_lets_the_others_follow() throws Exception {
        var tooMany = IntStream.range(0, 8).mapToObj(_ -> gate.enter()).toList();
        tooMany.getFirst().limited(WAIT);
        tooMany.forEach(Pass::close);
        clock.pushForward(WAIT);
        var room = new ArrayList<Integer>();
        CanvasGenerator drawing =
                (_, listener) -> {
                    room.add(gate.room());
                    listener.partial(Designs.aFlow());
                    room.add(gate.room());
                    return new CanvasGenerator.Generated(Designs.aFlow(), Jobs.BY_A_MODEL);
                };

        new GatedGenerator(drawing, gate).generate(Asking.brief("a -> b"), _ -> {});

        assertThat(room).containsExactly(0, 3);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"TRANSIENT", "TIMED_OUT"})
    void a_provider_that_breaks_is_left_alone_after_a_while(Kind kind) {
        for (int n = 0; n < 5; n++) {
            fail(kind, null);
        }

        assertThat(gate.closedUntil()).contains(Jobs.NOON.plus(WAIT));
        assertThatThrownBy(this::generate).isInstanceOf(GeneratorPaused.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            mode = Mode.EXCLUDE,
            names = {"TRANSIENT", "TIMED_OUT"})
    void a_provider_that_answers_is_not_broken_whatever_it_says(Kind kind) {
        for (int n = 0; n < 20; n++) {
            fail(kind, null);
            clock.pushForward(Duration.ofMinutes(5));
        }

        assertThat(gate.closedUntil()).isEmpty();
    }

    @Test
    void an_answer_of_no_use_does_not_close_the_gate_for_others() {
        for (int n = 0; n < 20; n++) {
            fail(Kind.TRANSIENT, new Usage(300, 20));
        }

        assertThat(gate.closedUntil()).isEmpty();
    }

    @Test
    void a_bug_or_an_interruption_gives_the_place_back_and_tells_nothing() {
        limit();
        clock.pushForward(WAIT);

        provider.thenThrow(new IllegalStateException("a bug"));
        assertThatThrownBy(this::generate).isInstanceOf(IllegalStateException.class);
        assertThat(gate.room()).isEqualTo(1);

        CanvasGenerator interrupted =
                (_, _) -> {
                    throw new InterruptedException();
                };
        var gatedToo = new GatedGenerator(interrupted, gate);
        assertThatThrownBy(() -> gatedToo.generate(Asking.brief("a"), _ -> {}))
                .isInstanceOf(InterruptedException.class);
        assertThat(gate.room()).isEqualTo(1);
    }

    private CanvasGenerator.Generated generate() throws InterruptedException {
        return gated.generate(Asking.brief("a -> b"), _ -> {});
    }

    private void limit() {
        provider.thenFail(Failure.rateLimited("Busy", WAIT));
        assertThatThrownBy(this::generate).isInstanceOf(GenerationFailed.class);
    }

    private void fail(Kind kind, @Nullable Usage usage) {
        CanvasGenerator failing =
                (_, _) -> {
                    throw new GenerationFailed(
                            new Failure(kind, "No", null),
                            new GeneratedBy("openai", "a-model", usage),
                            null);
                };
        var call = new GatedGenerator(failing, gate);
        assertThatThrownBy(() -> call.generate(Asking.brief("a -> b"), _ -> {}))
                .isInstanceOf(GenerationFailed.class);
    }

    /// @return how many were answered
    private long atOnce(int calls) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, calls).mapToObj(_ -> threads.submit(this::goes)).toList();
            var answered = 0L;
            for (var call : all) {
                answered += call.get() ? 1 : 0;
            }
            return answered;
        }
    }

    private boolean goes() throws InterruptedException {
        try {
            generate();
            return true;
        } catch (GeneratorPaused paused) {
            return false;
        }
    }
}
