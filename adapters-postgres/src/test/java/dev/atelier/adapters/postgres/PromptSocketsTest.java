package dev.atelier.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.atelier.adapters.postgres.driver.PromptSockets;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.sql.SQLException;

class PromptSocketsTest {

    private ServerSocket server;
    private Socket ours;
    private Socket theirs;

    @BeforeEach
    void connect() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ours = new PromptSockets().createSocket();
        ours.connect(server.getLocalSocketAddress());
        theirs = server.accept();
    }

    @AfterEach
    void close() throws IOException {
        ours.close();
        theirs.close();
        server.close();
    }

    @Test
    void a_look_where_nothing_is_ends_at_once() throws IOException {
        ours.setSoTimeout(1);

        assertThatThrownBy(() -> ours.getInputStream().read(new byte[8]))
                .isInstanceOf(SocketTimeoutException.class)
                .hasMessage("nothing more is there");
    }

    @Test
    void a_look_finds_what_is_there() throws IOException {
        theirs.getOutputStream().write("news".getBytes(US_ASCII));
        var in = ours.getInputStream();
        var bytes = new byte[4];
        assertThat(in.readNBytes(bytes, 0, 1)).isEqualTo(1);

        ours.setSoTimeout(1);

        assertThat(in.read(bytes, 1, 3)).isEqualTo(3);
        assertThat(new String(bytes, US_ASCII)).isEqualTo("news");
    }

    @Test
    void whoever_waits_longer_waits() throws IOException {
        ours.setSoTimeout(2);

        assertThatThrownBy(() -> ours.getInputStream().read(new byte[8]))
                .isInstanceOf(SocketTimeoutException.class)
                .hasMessage("Read timed out");
    }

    @Test
    void the_driver_hears_through_one() throws SQLException {
        var settings = PostgresSettings.at(TestServer.newDatabase());
        var prompt = Access.through(settings.url(), settings).prompt();
        assertThat(prompt.properties())
                .containsEntry("socketFactory", PromptSockets.class.getName());

        try (var listening = prompt.connect();
                var statement = listening.createStatement()) {
            statement.execute("listen here");
            statement.execute("notify here, 'news'");

            assertThat(listening.unwrap(PGConnection.class).getNotifications(60_000))
                    .extracting(PGNotification::getParameter)
                    .containsExactly("news");
        }
    }
}
