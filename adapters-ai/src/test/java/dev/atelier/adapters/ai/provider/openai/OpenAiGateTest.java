package dev.atelier.adapters.ai.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.atelier.adapters.ai.AiAdapter;
import dev.atelier.adapters.ai.AiSettings;
import dev.atelier.adapters.ai.Asking;
import dev.atelier.adapters.ai.SoundDesign;
import dev.atelier.adapters.ai.provider.ProviderSettings;
import dev.atelier.adapters.ai.wire.ModelServer;
import dev.atelier.adapters.ai.wire.Replies;
import dev.atelier.application.port.out.CanvasGenerator.Generated;
import dev.atelier.application.port.out.GenerationFailed;
import dev.atelier.application.port.out.GeneratorPaused;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.MutableClock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// The whole adapter against a server that asks for patience, by a clock of the test's own.
final class OpenAiGateTest {

    private static final Duration WAIT = Duration.ofSeconds(30);
    private static final ModelServer.Script BUSY =
            ModelServer.answering("429 Too Many Requests", "Retry-After: 30\r\n", "{}");
    private static final OpenAiDialect DIALECT = new OpenAiDialect();
    private static final ModelServer.Script DRAWS =
            ModelServer.streaming(DIALECT, DIALECT.reply(Replies.FLOW));

    private final MutableClock clock = MutableClock.atNoon();
    private final Queue<ModelServer.Script> answers = new ConcurrentLinkedQueue<>();
    private final ModelServer server;

    OpenAiGateTest() throws IOException {
        server =
                new ModelServer(
                        out -> {
                            var next = answers.poll();
                            (next == null ? DRAWS : next).play(out);
                        });
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void nothing_is_sent_before_the_time_that_the_server_named() throws Exception {
        var adapter = adapter("openai");
        answers.add(BUSY);
        var failed = catchThrowableOfType(GenerationFailed.class, () -> generate(adapter));
        assertThat(failed.failure().retryAfter()).isEqualTo(WAIT);
        var by = Objects.requireNonNull(failed.by());
        assertThat(by.calls().getFirst().error()).isEqualTo(failed.getMessage());

        clock.pushForward(WAIT.minusMillis(1));
        assertThatThrownBy(() -> generate(adapter)).isInstanceOf(GeneratorPaused.class);
        assertThat(adapter.models().pausedUntil()).contains(Jobs.NOON.plus(WAIT));
        assertThat(adapter.models().room()).isZero();
        assertThat(server.requests()).hasSize(1);

        clock.pushForward(Duration.ofMillis(1));
        assertThat(adapter.models().pausedUntil()).isEmpty();
        SoundDesign.check(generate(adapter).design());
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void the_next_provider_draws_meanwhile_and_both_are_told_of() throws Exception {
        var adapter = adapter("openai", "offline");
        answers.add(BUSY);

        var calls = generate(adapter).by().calls();

        assertThat(calls.getFirst().provider()).isEqualTo("openai");
        assertThat(calls.getFirst().error())
                .isEqualTo("The AI provider is busy and asks us to wait");
        assertThat(calls.getLast().provider()).isEqualTo("offline");
        assertThat(calls.getLast().error()).isNull();
        assertThat(generate(adapter).by().calls()).hasSize(1);
        assertThat(server.requests()).hasSize(1);
    }

    private AiAdapter adapter(String... order) {
        var openai = new ProviderSettings("k", "gpt-test", server.url(DIALECT));
        return AiAdapter.open(
                new AiSettings(List.of(order), Map.of("openai", openai)), clock, () -> 0L);
    }

    private static Generated generate(AiAdapter adapter) throws InterruptedException {
        return adapter.generator().generate(Asking.brief("start -> check"), _ -> {});
    }
}
