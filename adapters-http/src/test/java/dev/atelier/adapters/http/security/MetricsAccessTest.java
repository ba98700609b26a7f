package dev.atelier.adapters.http.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.http.TestServer;
import dev.atelier.adapters.http.TestSettings;

import org.junit.jupiter.api.Test;

class MetricsAccessTest {

    private static final String TOKEN = "a-token-of-metrics";

    @Test
    void open_metrics_want_nothing() {
        try (var server = serverOf(new MetricsAccess.Open())) {
            assertThat(server.get("/metrics", "").status()).isEqualTo(200);
        }
    }

    @Test
    void a_token_is_wanted_where_one_is_set_and_no_other_will_do() {
        try (var server = serverOf(new MetricsAccess.Token(TOKEN))) {
            assertThat(server.get("/metrics", TOKEN).status()).isEqualTo(200);
            assertThat(server.get("/metrics", "").status()).isEqualTo(401);
            assertThat(server.get("/metrics", TOKEN + "x").status()).isEqualTo(401);
            var ofAUser = server.get("/metrics", server.tokenOfAdmin());
            assertThat(ofAUser.status()).isEqualTo(401);
            assertThat(ofAUser.header("www-authenticate")).startsWith("Bearer");
            assertThat(ofAUser.text()).doesNotContain("aijobs_", TOKEN);
        }
    }

    @Test
    void closed_metrics_say_how_to_open_them_and_nothing_else() {
        try (var server = serverOf(new MetricsAccess.Closed())) {
            var reply = server.get("/metrics", TOKEN);

            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.text()).contains("METRICS_TOKEN").doesNotContain("aijobs_");
        }
    }

    @Test
    void the_token_is_not_printed() {
        assertThat(new MetricsAccess.Token(TOKEN).toString()).doesNotContain(TOKEN);
    }

    private static TestServer serverOf(MetricsAccess access) {
        return TestServer.start(TestSettings.withMetrics(access));
    }
}
