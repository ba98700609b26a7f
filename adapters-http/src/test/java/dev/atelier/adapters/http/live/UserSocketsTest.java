package dev.atelier.adapters.http.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.http.TestSettings;
import dev.atelier.testkit.Jobs;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

final class UserSocketsTest {

    private final LiveServer server = new LiveServer(TestSettings.listeningOn("127.0.0.1", 0));
    private final SseClient alice = new SseClient(server.port(), "alice");

    @AfterEach
    void stop() {
        alice.close();
        server.close();
    }

    private SocketClient connected(SseClient user) throws InterruptedException {
        var socket = new SocketClient(server.port(), user.token());
        assertThat(socket.next()).startsWith("0{\"sid\":");
        return socket;
    }

    @Test
    void tell_what_happens_to_a_job_from_its_submission_to_its_end() throws Exception {
        try (var socket = connected(alice)) {
            var job = alice.submit("a -> b");

            var queued = socket.await("ai_job_update");
            assertThat(queued.path("job_id").asText()).isEqualTo(job);
            assertThat(queued.path("status").asText()).isEqualTo("queued");
            var processing = socket.await("ai_job_update");
            assertThat(processing.path("status").asText()).isEqualTo("processing");
            assertThat(socket.await("ai_generation_started").path("request_id").asText())
                    .isEqualTo(job);
            var complete = socket.await("ai_job_complete");
            assertThat(complete.path("status").asText()).isEqualTo("completed");
            assertThat(complete.path("progress").asInt()).isEqualTo(100);
            assertThat(complete.path("result").path("objects")).isNotEmpty();
            var completed = socket.await("ai_generation_completed");
            assertThat(completed.path("request_id").asText()).isEqualTo(job);
            assertThat(completed.path("object_count").asInt())
                    .isEqualTo(completed.path("objects").size());
        }
    }

    @Test
    void tell_a_failure_and_whether_another_attempt_follows() throws Exception {
        server.generator.thenFail(Jobs.OVERLOADED).thenFail(Jobs.REFUSED);
        try (var socket = connected(alice)) {
            alice.submit("a -> b");
            alice.submit("c -> d");

            var heard = new ArrayList<String>();
            while (heard.size() < 3) {
                var packet = socket.next();
                if (packet.startsWith("2[\"ai_job_error\"")) {
                    var error = SocketClient.content(packet);
                    heard.add(error.path("error").asText() + error.path("will_retry"));
                } else if (packet.startsWith("2[\"ai_generation_failed\"")) {
                    heard.add(SocketClient.content(packet).path("error_message").asText());
                }
            }

            assertThat(heard)
                    .containsExactlyInAnyOrder(
                            Jobs.OVERLOADED.message() + true,
                            Jobs.REFUSED.message() + false,
                            Jobs.REFUSED.message())
                    .containsSubsequence(Jobs.REFUSED.message() + false, Jobs.REFUSED.message());
        }
    }

    @Test
    void show_a_new_socket_what_has_not_ended() throws Exception {
        server.generator.thenHang();
        var job = alice.submit("a -> b");
        server.generator.awaitBegun();

        try (var socket = connected(alice)) {
            var shown = socket.await("ai_job_update");

            assertThat(shown.path("job_id").asText()).isEqualTo(job);
            assertThat(shown.path("status").asText()).isEqualTo("processing");
        }
    }

    @Test
    void tell_nothing_of_anybody_else() throws Exception {
        try (var bob = new SseClient(server.port(), "bob");
                var bobs = connected(bob);
                var hers = connected(alice)) {
            alice.submit("hers");
            hers.await("ai_generation_completed");
            var his = bob.submit("his");

            var heard = new ArrayList<String>();
            do {
                heard.add(bobs.next());
            } while (!heard.getLast().startsWith("2[\"ai_generation_completed\""));

            assertThat(heard).allMatch(packet -> packet.contains(his));
        }
    }

    @Test
    void tell_all_sockets_of_a_user_also_when_one_has_left() throws Exception {
        try (var staying = connected(alice)) {
            connected(alice).close();

            var job = alice.submit("a -> b");

            assertThat(staying.await("ai_job_complete").path("job_id").asText()).isEqualTo(job);
        }
    }

    @Test
    void let_nobody_in_without_a_good_token() throws Exception {
        for (var token : List.of("", "nonsense", alice.token() + "x")) {
            try (var socket = new SocketClient(server.port(), token)) {
                assertThat(socket.next())
                        .isEqualTo("4{\"message\":\"A valid token is required as auth.token\"}");
            }
        }
    }
}
