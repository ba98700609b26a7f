package dev.atelier.adapters.http.webhook;

import static dev.atelier.adapters.http.webhook.Sending.LONG;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.application.port.out.WebhookSender.Answer;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/// The address that is called is the one that was checked, and who answers there is the host.
class CheckedAddressTest {

    private static final Answer REFUSED =
            new Answer.None("the host has an address that is not public");
    private static final InetAddress HOME = InetAddress.ofLiteral("127.0.0.1");
    private static final String OK = "HTTP/1.1 200 OK\r\n\r\n";

    @TempDir static Path files;
    private static Certificates certificate;

    @BeforeAll
    static void makeCertificate() throws Exception {
        certificate = Certificates.selfSigned(files, "hooks.test");
    }

    private static Receiver secureReceiver() throws Exception {
        var server = certificate.holder().getServerSocketFactory().createServerSocket(0, 50, HOME);
        return Receiver.over(server, out -> out.write(OK.getBytes(StandardCharsets.UTF_8)));
    }

    /// In these tests, one address of this machine counts as a public one.
    private static HttpWebhookSender strict(Names names) throws Exception {
        return Sending.sender(new Gate(names, HOME::equals, false), certificate.trusting(), LONG);
    }

    private static Names resolvingTo(String... addresses) {
        return _ -> Arrays.stream(addresses).map(InetAddress::ofLiteral).toList();
    }

    private static String url(String host, Receiver receiver) {
        return "https://" + host + ":" + receiver.port() + "/";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1",
                "127.0.0.2",
                "169.254.169.254",
                "192.168.1.1",
                "::1",
                "fd00:ec2::254",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1"
            })
    void a_host_that_stands_for_a_private_address_is_not_called(String address) throws Exception {
        var settings =
                new WebhookSettings(new WebhookSecrets.Given(List.of(Sending.SECRET)), false);
        var gate =
                new Gate(resolvingTo(address), PublicAddress::is, Gate.by(settings).allowPlain());
        var sender = Sending.sender(gate, Sending.defaultTls(), LONG);

        assertThat(sender.send(Sending.to("https://hooks.test/"))).isEqualTo(REFUSED);
    }

    @Test
    void one_private_address_among_public_ones_is_one_too_many() throws Exception {
        try (var receiver = secureReceiver()) {
            var sender = strict(resolvingTo("127.0.0.1", "10.0.0.1"));

            assertThat(sender.send(Sending.to(url("hooks.test", receiver)))).isEqualTo(REFUSED);

            assertThat(receiver.requests).isEmpty();
        }
    }

    @Test
    void a_host_that_turns_private_later_is_called_before_and_not_after() throws Exception {
        Deque<InetAddress> answers =
                new ArrayDeque<>(List.of(HOME, InetAddress.ofLiteral("10.0.0.1")));
        try (var receiver = secureReceiver()) {
            var sender = strict(_ -> List.of(answers.removeFirst()));
            var message = Sending.to(url("hooks.test", receiver));

            assertThat(sender.send(message)).isEqualTo(new Answer.Status(200, null));
            assertThat(sender.send(message)).isEqualTo(REFUSED);

            assertThat(receiver.requests).hasSize(1);
        }
    }

    @Test
    void a_host_that_turns_private_between_check_and_call_gains_nothing() throws Exception {
        try (var receiver = secureReceiver();
                var inside = Receiver.on("127.0.0.2", out -> out.write(1))) {
            var lookedUp = new ArrayDeque<>(List.of(HOME));
            var sender = strict(_ -> List.of(lookedUp.removeFirst()));

            assertThat(sender.send(Sending.to(url("hooks.test", receiver))))
                    .isEqualTo(new Answer.Status(200, null));

            assertThat(lookedUp).as("names looked up no second time").isEmpty();
            assertThat(inside.requests).isEmpty();
        }
    }

    @Test
    void plain_http_is_not_spoken() throws Exception {
        try (var receiver = Receiver.answering(OK)) {
            var sender = strict(resolvingTo("127.0.0.1"));

            assertThat(sender.send(Sending.to(receiver)))
                    .isEqualTo(new Answer.None("only https URLs are called"));

            assertThat(receiver.requests).isEmpty();
        }
    }

    @Test
    void the_host_is_named_when_the_connection_is_secured() throws Exception {
        var named = new AtomicReference<String>();
        var server =
                (SSLServerSocket)
                        certificate
                                .holder()
                                .getServerSocketFactory()
                                .createServerSocket(0, 50, HOME);
        var watched =
                new ServerSocket() {
                    @Override
                    public Socket accept() throws IOException {
                        var socket = (SSLSocket) server.accept();
                        socket.startHandshake();
                        var session = (ExtendedSSLSession) socket.getSession();
                        named.set(
                                ((SNIHostName) session.getRequestedServerNames().getFirst())
                                        .getAsciiName());
                        return socket;
                    }
                };
        try (server;
                var receiver =
                        Receiver.over(
                                watched, out -> out.write(OK.getBytes(StandardCharsets.UTF_8)))) {
            var sender = strict(resolvingTo("127.0.0.1"));

            var answer =
                    sender.send(Sending.to("https://hooks.test:" + server.getLocalPort() + "/"));

            assertThat(answer).isEqualTo(new Answer.Status(200, null));
            assertThat(receiver.requests).hasSize(1);
            assertThat(named).hasValue("hooks.test");
        }
    }

    @Test
    void the_certificate_of_another_host_is_refused() throws Exception {
        try (var receiver = secureReceiver()) {
            var sender = strict(resolvingTo("127.0.0.1"));

            assertThat(sender.send(Sending.to(url("other.test", receiver))))
                    .isEqualTo(
                            new Answer.None("no secure connection: its certificate must be valid"));

            assertThat(receiver.requests).isEmpty();
        }
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_refused() throws Exception {
        try (var receiver = secureReceiver()) {
            var gate = new Gate(resolvingTo("127.0.0.1"), HOME::equals, false);
            var sender = Sending.sender(gate, Sending.defaultTls(), LONG);

            assertThat(sender.send(Sending.to(url("hooks.test", receiver))))
                    .isEqualTo(
                            new Answer.None("no secure connection: its certificate must be valid"));

            assertThat(receiver.requests).isEmpty();
        }
    }

    @Test
    void an_address_that_does_not_answer_is_followed_by_the_next() throws Exception {
        try (var receiver = Receiver.answering(OK)) {
            var sender = Sending.permissive(resolvingTo("127.0.0.3", "127.0.0.1"), LONG);

            assertThat(sender.send(Sending.to(receiver))).isEqualTo(new Answer.Status(200, null));
        }
    }
}
