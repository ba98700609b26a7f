package dev.atelier.adapters.ai.wire;

import static dev.atelier.adapters.ai.wire.ModelServer.answering;
import static dev.atelier.adapters.ai.wire.ModelServer.beginning;
import static dev.atelier.adapters.ai.wire.ModelServer.held;
import static dev.atelier.adapters.ai.wire.ModelServer.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import dev.atelier.adapters.ai.Asking;
import dev.atelier.adapters.ai.SoundDesign;
import dev.atelier.adapters.ai.chat.Patience;
import dev.atelier.adapters.ai.provider.Tuning;
import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.out.GenerationFailed;
import dev.atelier.domain.job.Failure.Kind;
import dev.atelier.domain.job.GeneratedBy.Usage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// What every provider with a model behind it makes of its server, whatever that does.
@Timeout(120)
public interface ModelProviderContract extends AnyBytesContract {

    /// Seconds, for a machine that is busy with other things. What is closed only when the HTTP
    /// client happens to wake up is not closed by then: for these tests it sleeps for a minute.
    int AT_ONCE = 10;

    default Dialect dialect() {
        return conversation().dialect();
    }

    @Test
    default void a_streamed_diagram_becomes_a_sound_canvas() throws Exception {
        var generated = conversation().drawing(Replies.TEA);

        SoundDesign.check(generated.design());
        assertThat(generated.design().title()).isEqualTo("Tea");
        assertThat(SoundDesign.labels(generated.design()))
                .contains("Boil water", "Hot?", "Drink", "yes", "no");
        assertThat(SoundDesign.lines(generated.design())).hasSize(3);
    }

    @Test
    default void tells_which_model_answered_and_what_it_took() throws Exception {
        var name = conversation().provider().apply(Patience.USUAL).name();

        var by = conversation().drawing(Replies.TEA).by();

        assertThat(by.provider()).isEqualTo(name);
        assertThat(by.model()).isEqualTo(dialect().answeringModel());
        assertThat(by.usage()).isEqualTo(new Usage(321, 123));
        assertThat(by.calls()).hasSize(1);
        assertThat(by.calls().getFirst().firstToken()).isNotNull();
        assertThat(by.calls().getFirst().duration()).isNotNull();
    }

    @Test
    default void a_slow_stream_is_taken_in_as_it_comes() throws Exception {
        var drawing = new CountDownLatch(1);
        var slow = pausing(Replies.halfTheTea().length(), drawing);

        var generated = conversation().drawing(slow, progress -> release(progress, drawing));

        assertThat(SoundDesign.lines(generated.design())).hasSize(3);
    }

    @Test
    default void a_canvas_is_shown_before_half_of_the_reply_has_been_sent() throws Exception {
        var shown = new CountDownLatch(1);
        var firstHalf = pausing(Replies.TEA.length() / 2 - 1, shown);

        var generated = conversation().drawing(firstHalf, new SeesPartials(shown::countDown));

        assertThat(SoundDesign.lines(generated.design())).hasSize(3);
    }

    @Test
    default void a_reply_that_breaks_the_schema_is_mended() throws Exception {
        var design = conversation().drawing(Replies.OFF_THE_SCHEMA).design();

        SoundDesign.check(design);
        assertThat(SoundDesign.labels(design)).contains("Boil water", "Pour");
    }

    @Test
    default void a_reply_cut_at_its_token_limit_is_drawn_as_far_as_it_goes() throws Exception {
        var frames = Dialect.frames(start(Replies.halfTheTea()), dialect().closing(true));

        var generated = conversation().drawing(streaming(dialect(), frames), _ -> {});

        assertThat(SoundDesign.labels(generated.design())).contains("Boil water", "Hot?", "Drink");
    }

    @Test
    default void a_reply_that_is_no_diagram_is_asked_for_again_and_then_permanent()
            throws Exception {
        var poem = dialect().reply("I would rather write a poem.");

        var failed = requireFailure(streaming(dialect(), poem), Kind.PERMANENT);

        assertThat(requireNonNull(failed.by()).calls()).hasSize(2);
    }

    @Test
    default void a_cut_stream_is_transient() throws Exception {
        requireFailure(beginning(dialect(), start(Replies.halfTheTea())), Kind.TRANSIENT);
    }

    @Test
    default void a_stream_that_ends_without_saying_why_is_transient() throws Exception {
        requireFailure(streaming(dialect(), start(Replies.halfTheTea())), Kind.TRANSIENT);
    }

    @Test
    default void a_frame_that_is_no_json_is_transient_and_ends_the_call() throws Exception {
        var broken = dialect().piece("broken");
        var frames =
                Dialect.frames(
                        start(Replies.halfTheTea()),
                        List.of(broken.replaceFirst("}(\\s*)$", "$1")));

        endsTheCall(frames, Kind.TRANSIENT);
    }

    @Test
    default void an_error_in_the_middle_of_the_stream_is_transient_and_ends_the_call()
            throws Exception {
        var trouble = dialect().trouble("sorry, " + Conversation.KEY);
        var frames = Dialect.frames(start(Replies.halfTheTea()), List.of(trouble));

        endsTheCall(frames, Kind.TRANSIENT);
    }

    @ParameterizedTest
    @CsvSource({
        "400 Bad Request, PERMANENT",
        "401 Unauthorized, PERMANENT",
        "402 Payment Required, PERMANENT",
        "403 Forbidden, PERMANENT",
        "404 Not Found, PERMANENT",
        "408 Request Timeout, TRANSIENT",
        "413 Content Too Large, PERMANENT",
        "429 Too Many Requests, RATE_LIMITED",
        "500 Internal Server Error, TRANSIENT",
        "503 Service Unavailable, TRANSIENT",
        "529 Overloaded, TRANSIENT",
        "302 Found, PERMANENT",
    })
    default void each_status_has_its_meaning(String status, Kind kind) throws Exception {
        var body =
                dialect()
                        .error(Integer.parseInt(status.substring(0, 3)), "no: " + Conversation.KEY);

        var failed = requireFailure(answering(status, "", body), kind);

        assertThat(failed.failure().retryAfter()).isNull();
        assertThat(failed.by()).isNotNull();
    }

    @Test
    default void a_busy_provider_says_when_to_come_back() throws Exception {
        var busy =
                answering(
                        "429 Too Many Requests",
                        "Retry-After: 17\r\n",
                        dialect().error(429, "slow down"));

        assertThat(requireFailure(busy, Kind.RATE_LIMITED).failure().retryAfter())
                .isEqualTo(Duration.ofSeconds(17));
    }

    @Test
    default void a_failing_call_is_made_once() throws Exception {
        try (var server = new ModelServer(answering("503 Busy", "", ""))) {
            conversation().failing(server.url(dialect()));

            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    default void a_connection_that_closes_at_once_is_transient() throws Exception {
        requireFailure(_ -> {}, Kind.TRANSIENT);
    }

    @Test
    default void a_server_that_is_not_there_is_transient() throws Exception {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        var failed = conversation().failing("http://127.0.0.1:" + port + dialect().basePath());

        assertThat(failed.failure().kind()).isEqualTo(Kind.TRANSIENT);
    }

    @Test
    default void a_server_that_never_answers_is_given_up() throws Exception {
        hangs(held(_ -> {}), new Patience(Duration.ofMillis(300), Duration.ofMinutes(1)));
    }

    @Test
    default void a_stream_that_never_begins_is_given_up() throws Exception {
        hangs(
                held(beginning(dialect(), List.of())),
                new Patience(Duration.ofMillis(300), Duration.ofMinutes(1)));
    }

    @Test
    default void a_stream_that_stalls_is_given_up() throws Exception {
        hangs(
                held(beginning(dialect(), start(Replies.halfTheTea()))),
                new Patience(Duration.ofMinutes(1), Duration.ofMillis(300)));
    }

    @Test
    default void the_key_is_in_its_header_and_nowhere_else() throws Exception {
        var sent = conversation().sent(Tuning.NONE);
        var header = dialect().keyHeader(Conversation.KEY);

        assertThat(sent.head().lines().toList()).anyMatch(header::equalsIgnoreCase);
        assertThat(sent.head().replaceFirst("(?i)" + header, "")).doesNotContain(Conversation.KEY);
        assertThat(sent.body()).doesNotContain(Conversation.KEY);
    }

    @Test
    default void the_users_words_travel_as_data_apart_from_the_rules() throws Exception {
        var body = conversation().sent(Tuning.NONE).json();
        var words = new ArrayList<String>();
        for (var place : List.of("content", "text", "system")) {
            body.findValues(place).forEach(found -> words.add(found.asText()));
        }

        assertThat(words)
                .contains("{\"instructions\":\"Explain \\\"tea\\\"\"}")
                .anyMatch(text -> text.contains("You design diagrams"))
                .noneMatch(text -> text.contains("You design") && text.contains("Explain"));
    }

    @Test
    default void an_interrupt_closes_the_connection_before_the_answer() throws Exception {
        closesWhenInterrupted(held(_ -> {}), new CountDownLatch(0));
    }

    @Test
    default void an_interrupt_closes_the_connection_before_the_first_word() throws Exception {
        closesWhenInterrupted(held(beginning(dialect(), List.of())), new CountDownLatch(0));
    }

    @Test
    default void an_interrupt_closes_the_connection_in_the_middle_of_the_reply() throws Exception {
        closesWhenInterrupted(
                held(beginning(dialect(), start(Replies.halfTheTea()))), new CountDownLatch(1));
    }

    @Test
    default void no_token_is_paid_for_after_an_interrupt() throws Exception {
        var tokens = new AtomicInteger();
        closesWhenInterrupted(
                out -> {
                    beginning(dialect(), start(Replies.halfTheTea())).play(out);
                    while (tokens.incrementAndGet() > 0) {
                        ModelServer.write(out, dialect().piece(" "));
                        LockSupport.parkNanos(1_000_000);
                    }
                },
                new CountDownLatch(1));

        assertThat(tokens.get()).as("the server was sending").isPositive();
    }

    @Test
    default void a_thread_that_is_interrupted_already_waits_for_nothing() throws Exception {
        try (var server = new ModelServer(held(_ -> {}))) {
            var outcome = new CompletableFuture<Throwable>();
            var thread =
                    Thread.ofVirtual().unstarted(() -> run(server, outcome, new CountDownLatch(0)));
            thread.start();
            thread.interrupt();

            assertThat(outcome.get(5, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        }
    }

    /// Says so many characters of the tea, waits, and says the rest.
    private ModelServer.Script pausing(int characters, CountDownLatch until) {
        return out -> {
            beginning(dialect(), start(Replies.TEA.substring(0, characters))).play(out);
            await(until);
            for (var frame : end(Replies.TEA.substring(characters))) {
                ModelServer.write(out, frame);
            }
            ModelServer.end(out);
        };
    }

    private List<String> start(String text) {
        return Dialect.frames(dialect().opening(), dialect().pieces(text));
    }

    private List<String> end(String text) {
        return Dialect.frames(dialect().pieces(text), dialect().closing(false));
    }

    default GenerationFailed requireFailure(ModelServer.Script script, Kind kind)
            throws IOException {
        var failed = conversation().failing(script);
        assertThat(failed.failure().kind()).isEqualTo(kind);
        return failed;
    }

    /// The server would go on for ever; the test would not end if the call did not.
    private void endsTheCall(List<String> frames, Kind kind) throws Exception {
        try (var server = new ModelServer(held(beginning(dialect(), frames)))) {
            var failed = conversation().failing(server.url(dialect()));

            assertThat(failed.failure().kind()).isEqualTo(kind);
            server.closedByClient().get(AT_ONCE, TimeUnit.SECONDS);
        }
    }

    private void hangs(ModelServer.Script script, Patience patience) throws IOException {
        var failed = conversation().failing(script, patience);

        assertThat(failed.failure().kind()).isEqualTo(Kind.TRANSIENT);
        assertThat(failed.failure().message()).isEqualTo("The AI provider did not answer in time");
    }

    /// Loading classes takes its time on a busy machine: after a first call only the closing is
    /// measured.
    private void closesWhenInterrupted(ModelServer.Script script, CountDownLatch drawing)
            throws Exception {
        conversation().drawing(Replies.TEA);
        try (var server = new ModelServer(script)) {
            var outcome = new CompletableFuture<Throwable>();
            var thread = Thread.ofVirtual().start(() -> run(server, outcome, drawing));
            server.requests().take();
            drawing.await();

            thread.interrupt();

            server.closedByClient().get(AT_ONCE, TimeUnit.SECONDS);
            assertThat(outcome.get(AT_ONCE, TimeUnit.SECONDS))
                    .isInstanceOf(InterruptedException.class);
        }
    }

    private void run(
            ModelServer server, CompletableFuture<Throwable> outcome, CountDownLatch drawing) {
        try {
            conversation()
                    .generator(server)
                    .generate(
                            Asking.brief(Conversation.WISH),
                            progress -> release(progress, drawing));
            outcome.complete(new AssertionError("generated something"));
        } catch (Throwable e) {
            outcome.complete(e);
        }
    }

    private static void release(Progress progress, CountDownLatch drawing) {
        if (progress.message().toLowerCase(Locale.ROOT).startsWith("drawing")) {
            drawing.countDown();
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new IOException("nothing was drawn from the first half");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
