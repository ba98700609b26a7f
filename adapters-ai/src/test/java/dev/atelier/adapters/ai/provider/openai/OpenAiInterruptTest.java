package dev.atelier.adapters.ai.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.ai.Asking;
import dev.atelier.adapters.ai.provider.ProviderSettings;
import dev.atelier.application.port.out.GenerationFailed;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

@Timeout(120)
final class OpenAiInterruptTest {

    /// Loading classes takes its time on a busy machine; only the closing is measured.
    @BeforeAll
    static void make_one_call_in_peace() throws Exception {
        try (var server = new ModelServer(ModelServer.answering("503 Busy", "", ""))) {
            var outcome = new CompletableFuture<Throwable>();
            run(server, outcome, null);
            assertThat(outcome.get()).isInstanceOf(GenerationFailed.class);
        }
    }

    @Test
    void closes_the_connection_while_waiting_for_the_first_byte() throws Exception {
        closesAtOnce(new ModelServer.Held(_ -> {}), new CountDownLatch(0));
    }

    @Test
    void closes_the_connection_before_the_first_piece_of_the_reply() throws Exception {
        closesAtOnce(new ModelServer.Held(ModelServer.beginning()), new CountDownLatch(0));
    }

    @Test
    void closes_the_connection_in_the_middle_of_the_reply() throws Exception {
        var piece = Events.delta("content", "{\"nodes\": [{\"id\": \"a\", \"label\": \"A\"},");
        closesAtOnce(new ModelServer.Held(ModelServer.beginning(piece)), new CountDownLatch(1));
    }

    @Test
    void a_thread_that_is_interrupted_already_sends_nothing_it_waits_for() throws Exception {
        var script = new ModelServer.Held(_ -> {});
        try (var server = new ModelServer(script)) {
            var outcome = new CompletableFuture<Throwable>();
            var thread = Thread.ofVirtual().unstarted(() -> run(server, outcome, null));
            thread.start();
            thread.interrupt();

            assertThat(outcome.get(5, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        }
    }

    private static void closesAtOnce(ModelServer.Script script, CountDownLatch drawing)
            throws Exception {
        try (var server = new ModelServer(script)) {
            var outcome = new CompletableFuture<Throwable>();
            var thread = Thread.ofVirtual().start(() -> run(server, outcome, drawing));
            server.requests().take();
            drawing.await();

            thread.interrupt();

            server.closedByClient().get(1, TimeUnit.SECONDS);
            assertThat(outcome.get(1, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        }
    }

    private static void run(
            ModelServer server,
            CompletableFuture<Throwable> outcome,
            @Nullable CountDownLatch drawing) {
        var generator =
                new OpenAiProvider()
                        .open(new ProviderSettings("k", "gpt-test", server.baseUrl()))
                        .generator();
        try {
            generator.generate(
                    Asking.brief("Draw tea"),
                    progress -> {
                        if (drawing != null && progress.message().startsWith("Drawing")) {
                            drawing.countDown();
                        }
                    });
            outcome.complete(new AssertionError("generated something"));
        } catch (Throwable e) {
            outcome.complete(e);
        }
    }
}
