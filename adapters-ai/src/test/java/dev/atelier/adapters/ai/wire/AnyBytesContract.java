package dev.atelier.adapters.ai.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.ai.Asking;
import dev.atelier.application.port.out.CanvasGenerator;
import dev.atelier.application.port.out.GenerationFailed;
import dev.atelier.domain.job.Failure.Kind;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/// Whatever a server writes, a call ends, with a design or with a failure that is classified.
public interface AnyBytesContract {

    /// For a machine that is busy with other things.
    Duration GENEROUS = Duration.ofMinutes(1);

    /// What each of them takes for the beginning of something, and what none of them expects.
    List<String> SHREDS =
            List.of(
                    "\n",
                    "\r\n\r\n",
                    ":\n\n",
                    "data:\n\n",
                    "data: null\n\n",
                    "data: []\n\n",
                    "data: {}\n\n",
                    "data: 7\n\n",
                    "data: {\"choices\":null}\n\n",
                    "data: {\"choices\":[{}]}\n\n",
                    "data: {\"choices\":[{\"delta\":{\"tool_calls\":[{}]}}]}\n\n",
                    "data: {\"candidates\":[{\"content\":{\"parts\":[null]}}]}\n\n",
                    "data: {\"candidates\":[{\"finishReason\":\"MOOD\"}]}\n\n",
                    "event: content_block_delta\ndata: {\"type\":\"content_block_delta\"}\n\n",
                    "event: message_start\ndata: {\"type\":\"message_start\",\"message\":null}\n\n",
                    "event: \ud83d\ude00\n",
                    "null\n",
                    "[1]\n",
                    "{}\n",
                    "{\"message\":null,\"done\":true}\n",
                    "{\"message\":{\"content\":7},\"done\":\"maybe\"}\n",
                    "{\"error\":null}\n",
                    "[".repeat(5000) + "\n",
                    "data: " + "{\"a\":".repeat(5000) + "\n\n",
                    "data: {\"error\":[]}\n\n");

    Conversation conversation();

    @Property(tries = 25)
    default void any_bytes_for_an_answer_end_the_call(@ForAll byte[] bytes) throws Exception {
        endsSoundly(out -> out.write(bytes));
    }

    @Property(tries = 25)
    default void any_bytes_for_a_stream_end_the_call(@ForAll byte[] bytes) throws Exception {
        endsSoundly(
                out -> {
                    ModelServer.beginning(conversation().dialect(), List.of()).play(out);
                    ModelServer.write(out, bytes);
                    ModelServer.end(out);
                });
    }

    @Property(tries = 100)
    default void any_order_of_events_ends_the_call(@ForAll("frames") List<String> frames)
            throws Exception {
        endsSoundly(ModelServer.streaming(conversation().dialect(), frames));
    }

    @Provide
    default Arbitrary<List<String>> frames() {
        var dialect = conversation().dialect();
        var own =
                Stream.of(
                                dialect.opening(),
                                dialect.pieces(Replies.TEA).subList(0, 12),
                                List.of(dialect.piece(Replies.TEA), dialect.piece("")),
                                dialect.closing(false),
                                dialect.closing(true),
                                List.of(dialect.trouble("no")))
                        .flatMap(List::stream);
        var all = Stream.concat(own, SHREDS.stream()).filter(it -> !it.isEmpty()).toList();
        return Arbitraries.of(all).list().ofMaxSize(15);
    }

    private void endsSoundly(ModelServer.Script script) throws Exception {
        try (var server = new ModelServer(script)) {
            var generator = conversation().generator(server);
            var call = new FutureTask<>(() -> kind(generator));
            assertThat(Thread.ofVirtual().start(call).join(GENEROUS)).as("it ends").isTrue();
            assertThat(call.get())
                    .isIn(
                            Kind.TRANSIENT,
                            Kind.PERMANENT,
                            Kind.REFUSED,
                            Kind.RATE_LIMITED,
                            "a design");
        }
    }

    /// A design checks itself when it is made.
    private static Object kind(CanvasGenerator generator) throws InterruptedException {
        try {
            generator.generate(Asking.brief(Conversation.WISH), _ -> {});
            return "a design";
        } catch (GenerationFailed failed) {
            return failed.failure().kind();
        }
    }
}
