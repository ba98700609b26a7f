package dev.atelier.adapters.http.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.http.Reply;
import dev.atelier.adapters.http.TestServer;
import dev.atelier.application.port.in.EraseUser.Command;
import dev.atelier.domain.job.UserId;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Forgetting a user.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EraseUserTest {

    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void reset() {
        server.administration.erasures.clear();
    }

    private Reply erase(String path, String token) {
        return server.send(server.request("/admin/users/" + path, token).DELETE());
    }

    @Test
    void tells_how_much_there_was() {
        var reply = erase("bob", server.tokenOfAdmin());

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.text())
                .isEqualTo("{\"success\":true,\"deleted\":{\"jobs\":7,\"canvases\":2}}");
    }

    @ParameterizedTest
    @CsvSource({"bob, bob", "auth0%7C7, auth0|7", "J%C3%B6rg%20B, J\u00f6rg B"})
    void takes_any_name_that_a_user_may_have(String path, String user) {
        assertThat(erase(path, server.tokenOfAdmin()).status()).isEqualTo(200);

        assertThat(server.administration.erasures)
                .containsExactly(new Command(new UserId("root"), new UserId(user)));
    }

    @Test
    void finds_nothing_of_whom_nobody_can_be() {
        var reply = erase("a".repeat(129), server.tokenOfAdmin());

        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.json().path("deleted").path("jobs").asInt(-1)).isZero();
        assertThat(reply.json().path("deleted").path("canvases").asInt(-1)).isZero();
        assertThat(server.administration.erasures).isEmpty();
    }

    @Test
    void is_not_for_users_themselves() {
        assertThat(erase("bob", server.tokenOf("bob")).status()).isEqualTo(403);

        assertThat(server.administration.erasures).isEmpty();
    }
}
