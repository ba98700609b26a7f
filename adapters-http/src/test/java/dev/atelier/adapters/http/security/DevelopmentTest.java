package dev.atelier.adapters.http.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.PlainJWT;

import dev.atelier.adapters.http.RawClient;
import dev.atelier.adapters.http.TestServer;
import dev.atelier.adapters.http.TestSettings;
import dev.atelier.testkit.MutableClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

/// Tokens that are easy to get, where that is meant, and nowhere else.
class DevelopmentTest {

    private static final String UNSIGNED = new PlainJWT(Issuer.claims().build()).serialize();

    @Test
    void a_ready_token_is_good_for_a_day() {
        try (var server = TestServer.start()) {
            var token = server.adapter().developmentToken().orElseThrow();

            assertThat(server.get("/jobs", token).status()).isEqualTo(200);
            assertThat(server.application.pages.getLast().owner().value()).isEqualTo("dev");
            server.clock.pushForward(Duration.ofHours(24));
            assertThat(server.get("/jobs", token).status()).isEqualTo(401);
        }
    }

    @Test
    void a_token_may_be_had_for_anybody() {
        try (var server = TestServer.start()) {
            var reply = server.post("/dev/token", "", "{\"user\":\"bob\",\"admin\":true}");

            assertThat(reply.json().path("expires_in").asInt()).isEqualTo(86_400);
            var token = reply.json().path("token").asText();
            assertThat(server.get("/jobs/stats?scope=all", token).status()).isEqualTo(200);
            assertThat(server.post("/dev/token", "", "{\"user\":\"\"}").status()).isEqualTo(400);
            assertThat(server.post("/dev/token", "", "{\"admin\":1}").status()).isEqualTo(400);
        }
    }

    @Test
    void a_web_page_of_somebody_else_gets_none() throws IOException {
        try (var server = TestServer.start()) {
            assertThat(askAs(server, "localhost", "https://evil.example")).isEqualTo(403);
            assertThat(askAs(server, "evil.example", "")).isEqualTo(403);
            assertThat(askAs(server, "127.0.0.1.evil.example", "")).isEqualTo(403);
            assertThat(askAs(server, "localhost", "null")).isEqualTo(403);
            assertThat(askAs(server, "localhost", "https://app.example")).isEqualTo(200);
            assertThat(askAs(server, "localhost:3000", "http://localhost:3000")).isEqualTo(200);
            assertThat(askAs(server, "[::1]", "")).isEqualTo(200);
        }
    }

    @Test
    void a_token_of_another_machine_is_refused(@TempDir Path files) {
        var clock = MutableClock.atNoon();
        var other = new DevelopmentTokens(DevelopmentKey.in(files.resolve("other")), clock);
        try (var server = TestServer.start()) {
            assertThat(server.get("/jobs", other.issueForDeveloper()).status()).isEqualTo(401);
            assertThat(server.get("/jobs", UNSIGNED).status()).isEqualTo(401);
        }
    }

    @Test
    void the_key_is_kept_for_its_owner_alone(@TempDir Path files) throws IOException {
        var file = files.resolve("deep").resolve("key");

        var key = DevelopmentKey.in(file);

        assertThat(DevelopmentKey.in(file)).isEqualTo(key).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_key_that_is_none_stops_the_start(@TempDir Path files) throws IOException {
        var file = Files.writeString(files.resolve("key"), "short");

        assertThatThrownBy(() -> DevelopmentKey.in(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void nobody_else_can_reach_a_server_that_gives_tokens() {
        assertThatThrownBy(() -> TestSettings.listeningOn("0.0.0.0", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("loopback");
    }

    @Test
    void unsigned_tokens_are_good_with_the_emulator_only() {
        var emulator = new TokenIssuer.FirebaseEmulator(Issuer.PROJECT, "localhost:9099");
        try (var server = TestServer.start(TestSettings.trusting(emulator))) {
            assertThat(server.get("/jobs", UNSIGNED).status()).isEqualTo(200);
            var other = new PlainJWT(Issuer.claims().audience("other").build()).serialize();
            assertThat(server.get("/jobs", other).status()).isEqualTo(401);
            assertThat(server.post("/dev/token", "").status()).isEqualTo(404);
            assertThat(server.adapter().developmentToken()).isEmpty();
        }
    }

    private static int askAs(TestServer server, String host, String origin) throws IOException {
        var field = origin.isEmpty() ? "Connection: close" : "Origin: " + origin;
        try (var client = new RawClient(server.port())) {
            client.say(
                    RawClient.lines(
                            "POST /api/ai-agent/dev/token HTTP/1.1",
                            "Host: " + host,
                            field,
                            "Content-Length: 0",
                            ""));
            return RawClient.statusOf(client.hearUntil("\r\n"));
        }
    }
}
