package dev.atelier.adapters.ai.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.atelier.adapters.ai.Asking;
import dev.atelier.adapters.ai.provider.ProviderSettings;
import dev.atelier.application.port.out.GenerationFailed;
import dev.atelier.domain.job.Failure.Kind;
import dev.atelier.domain.job.GeneratedBy.Usage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;

final class OpenAiFailureTest {

    private static final String KEY = "sk-very-secret";
    private static final String ERROR = "{\"error\": {\"message\": \"no: " + KEY + "\"}}";

    @ParameterizedTest
    @CsvSource({
        "400 Bad Request, PERMANENT",
        "401 Unauthorized, PERMANENT",
        "403 Forbidden, PERMANENT",
        "404 Not Found, PERMANENT",
        "408 Request Timeout, TRANSIENT",
        "413 Content Too Large, PERMANENT",
        "429 Too Many Requests, RATE_LIMITED",
        "500 Internal Server Error, TRANSIENT",
        "503 Service Unavailable, TRANSIENT",
        "302 Found, PERMANENT",
    })
    void each_status_has_its_meaning(String status, Kind kind) throws Exception {
        var failed = failing(ModelServer.answering(status, "", ERROR));

        assertThat(failed.failure().kind()).isEqualTo(kind);
        assertThat(failed.failure().retryAfter()).isNull();
        assertThat(failed.by()).isNotNull();
    }

    @Test
    void a_busy_provider_says_when_to_come_back() throws Exception {
        var busy = ModelServer.answering("429 Too Many Requests", "Retry-After: 17\r\n", ERROR);

        assertThat(failing(busy).failure().retryAfter()).isEqualTo(Duration.ofSeconds(17));
    }

    @Test
    void a_call_is_made_once_whatever_comes_of_it() throws Exception {
        try (var server = new ModelServer(ModelServer.answering("503 Busy", "", ERROR))) {
            failing(server.baseUrl());

            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void a_cut_stream_is_transient() throws Exception {
        var failed = failing(ModelServer.beginning(Events.delta("content", "{\"title\": \"T")));

        assertThat(failed.failure().kind()).isEqualTo(Kind.TRANSIENT);
    }

    @Test
    void a_stream_that_ends_without_saying_why_is_transient() throws Exception {
        var failed = failing(ModelServer.streaming(Events.delta("content", "{\"nodes\": [{\"id")));

        assertThat(failed.failure().kind()).isEqualTo(Kind.TRANSIENT);
        assertThat(failed.failure().message()).isEqualTo("The AI's answer broke off");
    }

    @Test
    void a_connection_that_closes_at_once_is_transient() throws Exception {
        assertThat(failing(_ -> {}).failure().kind()).isEqualTo(Kind.TRANSIENT);
    }

    @Test
    void a_reply_that_is_no_diagram_even_when_asked_again_is_permanent() throws Exception {
        var failed = failing(ModelServer.streaming(Events.reply("I would rather write a poem.")));

        assertThat(failed.failure().kind()).isEqualTo(Kind.PERMANENT);
        assertThat(failed.failure().message()).isEqualTo("The AI's answer was not a diagram");
        assertThat(failed.by()).extracting(by -> by.usage()).isEqualTo(new Usage(642, 246));
    }

    @Test
    void a_line_that_is_no_json_is_transient() throws Exception {
        var failed = failing(ModelServer.streaming("{\"choices\": [", Events.DONE));

        assertThat(failed.failure().kind()).isEqualTo(Kind.TRANSIENT);
    }

    @Test
    void a_refusal_is_permanent() throws Exception {
        var refusal =
                ModelServer.streaming(
                        Events.delta("role", "assistant"),
                        Events.delta("refusal", "I'm sorry"),
                        Events.finish("stop"),
                        Events.DONE);

        assertThat(failing(refusal).failure().kind()).isEqualTo(Kind.PERMANENT);
    }

    @Test
    void filtered_content_is_permanent() throws Exception {
        var filtered = ModelServer.streaming(Events.finish("content_filter"), Events.DONE);

        assertThat(failing(filtered).failure().kind()).isEqualTo(Kind.PERMANENT);
    }

    @Test
    void a_server_that_is_not_there_is_transient() throws Exception {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        var failed = failing("http://127.0.0.1:" + port + "/v1");

        assertThat(failed.failure().kind()).isEqualTo(Kind.TRANSIENT);
    }

    private static GenerationFailed failing(ModelServer.Script script) throws Exception {
        try (var server = new ModelServer(script)) {
            return failing(server.baseUrl());
        }
    }

    /// No message may tell a user, and no cause the log, more than they should know.
    private static GenerationFailed failing(String baseUrl) {
        var generator =
                new OpenAiProvider()
                        .open(new ProviderSettings(KEY, "gpt-test", baseUrl))
                        .generator();
        var failed =
                catchThrowableOfType(
                        GenerationFailed.class,
                        () -> generator.generate(Asking.brief("Draw tea"), _ -> {}));
        assertThat(failed).isNotNull();
        assertThat(failed.failure().message()).doesNotContain("127.0.0.1", "Exception", "{");
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            assertThat(String.valueOf(cause.getMessage())).doesNotContain(KEY);
        }
        return failed;
    }
}
