package dev.atelier.adapters.http.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.http.TestSettings;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

final class WatchAllTest {

    private final LiveServer server = new LiveServer(TestSettings.listeningOn("127.0.0.1", 0));
    private final SseClient alice = new SseClient(server.port(), "alice");

    @AfterEach
    void stop() {
        alice.close();
        server.close();
    }

    @Test
    void begins_with_what_has_not_ended_and_tells_every_move_after_it() throws Exception {
        server.generator.thenHang();
        var first = alice.submit("a -> b");
        server.generator.awaitBegun();

        try (var stream = alice.listen("/events", null)) {
            var shown = stream.next();
            assertThat(shown.name()).isEqualTo("status");
            assertThat(shown.data().path("id").asText()).isEqualTo(first);

            var second = alice.submit("c -> d");

            assertThat(stream.next().data().path("status").asText()).isEqualTo("queued");
            assertThat(stream.next().data().path("status").asText()).isEqualTo("processing");
            assertThat(stream.next().data().path("job_id").asText()).isEqualTo(second);

            server.generator.release();
            assertThat(stream.next().data().path("job_id").asText()).isEqualTo(first);
        }
    }

    @Test
    void can_be_gone_on_with_once_all_were_shown_and_not_before() throws Exception {
        server.generator.thenHang().thenHang();
        alice.submit("a -> b");
        server.generator.awaitBegun();
        var second = alice.submit("c -> d");

        try (var stream = alice.listen("/events", null)) {
            assertThat(stream.await("status").id()).isNull();
            var last = stream.await("status");
            assertThat(last.data().path("id").asText()).isEqualTo(second);
            assertThat(last.id()).isNotNull();
        }
    }

    @Test
    void tells_nothing_of_anybody_else() throws Exception {
        try (var bob = new SseClient(server.port(), "bob");
                var bobs = bob.listen("/events", null)) {
            alice.submit("hers");
            var his = bob.submit("his");

            for (int move = 0; move < 3; move++) {
                assertThat(bobs.next().data().toString()).contains(his);
            }
        }
    }

    @Test
    void misses_and_repeats_nothing_over_many_reconnects() throws Exception {
        var random = new Random(7);
        var told = new ArrayList<String>();
        var jobs = new ArrayList<String>();
        String last;
        try (var stream = alice.listen("/events", null)) {
            last = stream.await(SseClient.MARK).id();
        }
        for (int connection = 0; connection < 40; connection++) {
            try (var stream = alice.listen("/events", last)) {
                assertThat(stream.any().name()).isEqualTo("retry");
                jobs.add(alice.submit("step " + connection));
                for (int more = random.nextInt(6);
                        more > 0 && told.size() < 3 * jobs.size();
                        more--) {
                    last = remember(stream.next(), told);
                }
            }
        }
        try (var stream = alice.listen("/events", last)) {
            while (told.size() < 3 * jobs.size()) {
                remember(stream.next(), told);
            }
        }
        assertThat(told).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(moves(jobs));
        for (var job : jobs) {
            assertThat(told.stream().filter(it -> it.startsWith(job)))
                    .containsExactlyElementsOf(moves(List.of(job)));
        }
    }

    private static String remember(SseClient.Event event, List<String> told) {
        var data = event.data();
        told.add(
                event.name().equals("completed")
                        ? data.path("job_id").asText() + " completed"
                        : data.path("id").asText() + " " + data.path("status").asText());
        return String.valueOf(event.id());
    }

    private static List<String> moves(List<String> jobs) {
        return jobs.stream()
                .flatMap(
                        job ->
                                List.of("queued", "processing", "completed").stream()
                                        .map(it -> job + " " + it))
                .toList();
    }

    @Test
    void takes_a_ticket_in_place_of_a_token_and_for_nothing_else() throws Exception {
        var ticket = alice.post("/events/ticket", "").path("ticket").asText();

        try (var stream = alice.listen("/events?ticket=" + ticket, null)) {
            assertThat(stream.status()).isEqualTo(200);
        }
        try (var jobs = alice.listen("/jobs?ticket=" + ticket, null)) {
            assertThat(jobs.status()).isEqualTo(401);
        }
        server.clock.pushForward(Duration.ofSeconds(60));
        try (var stream = alice.listen("/events?ticket=" + ticket, null)) {
            assertThat(stream.status()).isEqualTo(401);
        }
    }

    @Test
    void keeps_a_quiet_connection_open() throws Exception {
        var settings =
                TestSettings.watching(
                        new LiveSettings(Duration.ofMillis(20), Duration.ofSeconds(30)));
        try (var quick = new LiveServer(settings);
                var user = new SseClient(quick.port(), "alice");
                var stream = user.listen("/events", null)) {
            assertThat(stream.any().name()).isEqualTo("retry");
            assertThat(stream.any().name()).isEqualTo(SseClient.MARK);
            assertThat(stream.any().name()).isEqualTo("comment");
            assertThat(stream.any().name()).isEqualTo("comment");
        }
    }
}
