package dev.atelier.adapters.http.webhook;

import static dev.atelier.adapters.http.webhook.Sending.LONG;
import static dev.atelier.adapters.http.webhook.Sending.LOOPBACK;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;

import dev.atelier.application.port.out.WebhookSender.Answer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.FutureTask;

/// One message to one receiver, whatever the receiver does.
class HttpWebhookSenderTest {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final HttpWebhookSender SENDER = Sending.permissive(LOOPBACK, LONG);
    private static final HttpWebhookSender IMPATIENT = Sending.permissive(LOOPBACK, SHORT);

    private static Answer sendTo(Receiver receiver) throws InterruptedException {
        return SENDER.send(Sending.to(receiver));
    }

    @Test
    void the_library_of_the_standard_verifies_every_signature() throws Exception {
        try (var receiver = Receiver.answering("HTTP/1.1 204 No Content\r\n\r\n")) {
            assertThat(sendTo(receiver)).isEqualTo(new Answer.Status(204, null));

            var request = receiver.requests.getFirst();
            for (var secret : new SigningSecret[] {Sending.SECRET, Sending.OLD_SECRET}) {
                var library = new Webhook(secret.value());
                assertThatCode(() -> library.verify(request.body(), request.headers()))
                        .doesNotThrowAnyException();
            }
            assertThat(request.headers().firstValue("webhook-signature").orElseThrow().split(" "))
                    .hasSize(2)
                    .allMatch(signature -> signature.startsWith("v1,"));
            var stranger = new Webhook(SigningSecret.random().value());
            assertThatThrownBy(() -> stranger.verify(request.body(), request.headers()))
                    .isInstanceOf(WebhookVerificationException.class);
        }
    }

    @Test
    void the_request_is_what_the_document_says() throws Exception {
        try (var receiver = Receiver.answering("HTTP/1.1 200 OK\r\n\r\n")) {
            sendTo(receiver);

            var request = receiver.requests.getFirst();
            assertThat(request.line()).isEqualTo("POST /in?key=%201 HTTP/1.1");
            assertThat(request.headers().firstValue("Host"))
                    .contains("hooks.test:" + receiver.port());
            assertThat(request.headers().firstValue("Content-Type")).contains("application/json");
            assertThat(request.headers().firstValue("webhook-id"))
                    .contains("msg_019aaf3e6c0070008000000000000001_3");
            assertThat(request.headers().firstValue("traceparent")).contains(Sending.TRACE);
            assertThat(request.body())
                    .isEqualTo(
                            """
                            {"type":"job.completed","timestamp":"2026-11-23T12:00:00.000001Z",\
                            "data":{"job_id":"019aaf3e-6c00-7000-8000-000000000001",\
                            "job_type":"create_canvas","status":"completed",\
                            "canvas_id":"my-canvas","error":null}}\
                            """);
        }
    }

    @Test
    void a_second_attempt_sends_the_same_message_under_the_same_id() throws Exception {
        try (var receiver = Receiver.answering("HTTP/1.1 500 Oops\r\n\r\n")) {
            sendTo(receiver);
            sendTo(receiver);

            var first = receiver.requests.getFirst();
            var second = receiver.requests.getLast();
            assertThat(second.body()).isEqualTo(first.body());
            assertThat(second.headers().firstValue("webhook-id"))
                    .isEqualTo(first.headers().firstValue("webhook-id"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP/1.1 200 OK;Content-Length: 2;;ok           | 200",
                "HTTP/1.0 202;;                                  | 202",
                "HTTP/1.1 100 Continue;;HTTP/1.1 201 Created;;   | 201",
                "HTTP/1.1 500 Internal Server Error;;            | 500",
                "HTTP/1.1 410 Gone;;                             | 410",
                "HTTP/1.1 307 Temporary;Location: http://x;;     | 307",
            })
    void the_status_code_is_the_answer(String answer, int code) throws Exception {
        try (var receiver = Receiver.answering(answer.replace(";", "\r\n"))) {
            assertThat(sendTo(receiver)).isEqualTo(new Answer.Status(code, null));
        }
    }

    @Test
    void a_redirect_is_not_followed() throws Exception {
        try (var elsewhere = Receiver.answering("HTTP/1.1 200 OK\r\n\r\n");
                var receiver =
                        Receiver.answering(
                                "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:"
                                        + elsewhere.port()
                                        + "/\r\n\r\n")) {
            assertThat(sendTo(receiver)).isEqualTo(new Answer.Status(302, null));

            assertThat(elsewhere.requests).isEmpty();
        }
    }

    @Test
    void a_receiver_may_ask_for_patience_in_seconds() throws Exception {
        try (var receiver =
                Receiver.answering("HTTP/1.1 429 Too Many Requests\r\nretry-after: 7\r\n\r\n")) {
            assertThat(sendTo(receiver)).isEqualTo(new Answer.Status(429, Duration.ofSeconds(7)));
        }
    }

    @Test
    void a_receiver_may_ask_for_patience_until_a_date() throws Exception {
        var date =
                ZonedDateTime.ofInstant(
                        InstantSource.system().instant().plusSeconds(3600), ZoneOffset.UTC);
        var field = DateTimeFormatter.RFC_1123_DATE_TIME.format(date);
        try (var receiver =
                Receiver.answering("HTTP/1.1 503 Not Now\r\nRetry-After: " + field + "\r\n\r\n")) {
            var answer = (Answer.Status) sendTo(receiver);

            assertThat(answer.retryAfter())
                    .isBetween(Duration.ofMinutes(55), Duration.ofMinutes(60));
        }
    }

    @Test
    void a_body_that_never_ends_is_not_waited_for() throws Exception {
        try (var receiver =
                Receiver.answering(
                        out -> {
                            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                            while (true) {
                                out.write(new byte[64 * 1024]);
                            }
                        })) {
            assertThat(sendTo(receiver)).isEqualTo(new Answer.Status(200, null));

            receiver.awaitHangUp();
        }
    }

    @Test
    void a_receiver_that_says_nothing_is_left_when_the_time_is_up() throws Exception {
        try (var receiver = Receiver.silent()) {
            assertThat(IMPATIENT.send(Sending.to(receiver)))
                    .isEqualTo(new Answer.None("no answer within 0 seconds"));

            receiver.awaitHangUp();
        }
    }

    @Test
    void a_receiver_that_answers_a_letter_at_a_time_is_left_when_the_time_is_up() throws Exception {
        try (var receiver =
                Receiver.answering(
                        out -> {
                            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.UTF_8));
                            while (true) {
                                out.write('x');
                                out.flush();
                                Thread.sleep(50);
                            }
                        })) {
            assertThat(IMPATIENT.send(Sending.to(receiver))).isInstanceOf(Answer.None.class);

            receiver.awaitHangUp();
        }
    }

    @Test
    void a_receiver_that_does_not_take_the_connection_on_is_left_when_the_time_is_up()
            throws Exception {
        try (var full = new ServerSocket(0, 1)) {
            var message = Sending.to("https://hooks.test:" + full.getLocalPort() + "/");

            assertThat(IMPATIENT.send(message)).isInstanceOf(Answer.None.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 200 OK\r\nX: ",
                "SSH-2.0-OpenSSH_9.6\r\n",
                "HTTP/1.1 999 What\r\n\r\n",
                "HTTP/2 200\r\n\r\n"
            })
    void what_is_no_answer_is_none(String bytes) throws Exception {
        try (var receiver = Receiver.answering(bytes)) {
            assertThat(sendTo(receiver)).isInstanceOf(Answer.None.class);
        }
    }

    @Test
    void an_answer_with_endless_header_fields_is_none() throws Exception {
        try (var receiver =
                Receiver.answering("HTTP/1.1 200 OK\r\n" + "x: y\r\n".repeat(5_000) + "\r\n")) {
            assertThat(sendTo(receiver))
                    .isEqualTo(new Answer.None("the answer has too many header fields"));
        }
    }

    @Test
    void a_receiver_that_is_down_does_not_answer() throws Exception {
        int port;
        try (var closing = new ServerSocket(0)) {
            port = closing.getLocalPort();
        }

        assertThat(SENDER.send(Sending.to("http://hooks.test:" + port + "/")))
                .isEqualTo(new Answer.None("the connection was not accepted"));
    }

    @Test
    void a_host_that_nobody_knows_does_not_answer() throws Exception {
        Names nobody =
                host -> {
                    throw new UnknownHostException(host);
                };
        var sender = Sending.permissive(nobody, LONG);

        assertThat(sender.send(Sending.to("https://hooks.test/")))
                .isEqualTo(new Answer.None("the host is not known"));
    }

    @Test
    void a_name_that_takes_for_ever_to_look_up_is_left_when_the_time_is_up() throws Exception {
        Names slow =
                _ -> {
                    Thread.sleep(Duration.ofHours(1));
                    throw new UnknownHostException();
                };

        assertThat(Sending.permissive(slow, SHORT).send(Sending.to("https://hooks.test/")))
                .isInstanceOf(Answer.None.class);
    }

    @Test
    void an_interrupt_ends_the_call_and_the_connection() throws Exception {
        try (var receiver = Receiver.silent()) {
            var sending = new FutureTask<>(() -> sendTo(receiver));
            var thread = Thread.ofVirtual().start(sending);
            while (receiver.requests.isEmpty()) {
                Thread.onSpinWait();
            }

            thread.interrupt();

            assertThatThrownBy(sending::get).hasCauseInstanceOf(InterruptedException.class);
            receiver.awaitHangUp();
        }
    }

    @Test
    void nothing_is_sent_where_there_is_nothing_to_sign_with() throws Exception {
        var sender =
                HttpWebhookSender.by(
                        new WebhookSettings(new WebhookSecrets.None(), true),
                        InstantSource.system());
        try (var receiver = Receiver.answering("HTTP/1.1 200 OK\r\n\r\n")) {
            assertThat(sender.send(Sending.to("http://127.0.0.1:" + receiver.port() + "/")))
                    .isInstanceOf(Answer.None.class);

            assertThat(receiver.requests).isEmpty();
        }
    }

    @Test
    void the_names_of_the_system_are_asked_in_the_end() throws Exception {
        var settings = new WebhookSettings(new WebhookSecrets.Given(List.of(Sending.SECRET)), true);
        var sender = HttpWebhookSender.by(settings, InstantSource.system());
        try (var receiver = Receiver.answering("HTTP/1.1 200 OK\r\n\r\n")) {
            assertThat(sender.send(Sending.to("http://localhost:" + receiver.port() + "/")))
                    .isEqualTo(new Answer.Status(200, null));
        }
    }
}
