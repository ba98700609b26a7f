package dev.atelier.adapters.http.engineio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.adapters.http.Reply;
import dev.atelier.adapters.http.conformance.EchoServer;

import org.junit.jupiter.api.Test;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

class CorsTest extends EngineTest {

    private static final String OTHER_PAGE = "https://evil.example";

    @Test
    void lets_our_page_read_answers_and_send_cookies() {
        var reply = get("?EIO=4&transport=polling", EchoServer.OUR_PAGE);

        assertThat(reply.header("access-control-allow-origin")).isEqualTo(EchoServer.OUR_PAGE);
        assertThat(reply.header("access-control-allow-credentials")).isEqualTo("true");
        assertThat(reply.header("vary")).isEqualTo("Origin");
    }

    @Test
    void lets_our_page_read_refusals_too() {
        var reply = get("?EIO=3&transport=polling", EchoServer.OUR_PAGE);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.header("access-control-allow-origin")).isEqualTo(EchoServer.OUR_PAGE);
    }

    @Test
    void tells_other_pages_browsers_nothing() {
        for (var origin : List.of(OTHER_PAGE, EchoServer.OUR_PAGE + ".evil", "null")) {
            var reply = get("?EIO=4&transport=polling", origin);

            assertThat(reply.headers())
                    .as(origin)
                    .doesNotContainKey("access-control-allow-origin")
                    .doesNotContainKey("access-control-allow-credentials");
        }
    }

    @Test
    void answers_the_preflight_of_our_page() {
        var reply = preflight(EchoServer.OUR_PAGE);

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.header("access-control-allow-origin")).isEqualTo(EchoServer.OUR_PAGE);
        assertThat(reply.header("access-control-allow-credentials")).isEqualTo("true");
        assertThat(reply.header("access-control-allow-methods")).isEqualTo("GET, POST");
        assertThat(reply.header("access-control-allow-headers")).isEqualTo("content-type,x-mine");
    }

    @Test
    void refuses_the_preflight_of_other_pages() {
        var reply = preflight(OTHER_PAGE);

        PollingTest.refused(reply, 403, 4);
        assertThat(reply.headers()).doesNotContainKey("access-control-allow-origin");
    }

    @Test
    void never_lets_every_page_use_cookies() {
        assertThatThrownBy(() -> new AllowedOrigins(List.of("*"), true))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(AllowedOrigins.ANY.allows(OTHER_PAGE)).isTrue();
        assertThat(AllowedOrigins.NONE.allows(OTHER_PAGE)).isFalse();
    }

    private Reply get(String query, String origin) {
        return client.send(client.request(query).header("Origin", origin).GET());
    }

    private Reply preflight(String origin) {
        return client.send(
                client.request("?EIO=4&transport=polling")
                        .header("Origin", origin)
                        .header("Access-Control-Request-Method", "POST")
                        .header("Access-Control-Request-Headers", "content-type,x-mine")
                        .method("OPTIONS", BodyPublishers.noBody()));
    }
}
