package dev.atelier.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.atelier.application.port.out.CanvasGenerator;
import dev.atelier.application.port.out.GenerationFailed;
import dev.atelier.testkit.Briefs;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.FutureTask;

/// What a generator that asks somebody else does when things go wrong there.
public interface ProviderContract extends CanvasGeneratorContract {

    /// Asks a provider that never answers.
    CanvasGenerator stuck();

    /// Waits until the provider that never answers has been asked.
    void awaitAsked() throws InterruptedException;

    /// Asks a provider that is broken.
    CanvasGenerator failing();

    @Test
    default void a_call_under_way_ends_within_a_second_of_its_interruption()
            throws InterruptedException {
        var stuck = stuck();
        var call = new FutureTask<>(() -> stuck.generate(Briefs.aLoginFlow(), _ -> {}));
        var thread = Thread.ofVirtual().start(call);
        awaitAsked();
        assertThat(call.isDone()).isFalse();

        thread.interrupt();

        assertThat(thread.join(Duration.ofSeconds(1))).isTrue();
        assertThat(call.exceptionNow()).isInstanceOf(InterruptedException.class);
    }

    @Test
    default void a_failure_is_classified_and_safe_to_show() {
        var failed =
                catchThrowableOfType(
                        GenerationFailed.class,
                        () -> failing().generate(Briefs.aLoginFlow(), _ -> {}));

        assertThat(failed.failure().message())
                .isNotBlank()
                .doesNotContain("Exception", "://", "\n", "Bearer", "sk-");
    }
}
