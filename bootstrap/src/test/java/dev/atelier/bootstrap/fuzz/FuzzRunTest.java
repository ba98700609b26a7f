package dev.atelier.bootstrap.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;

import dev.atelier.bootstrap.fuzz.Proper.Callers;
import dev.atelier.testkit.openapi.ApiContract;
import dev.atelier.testkit.openapi.ApiDocument;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;

/// Requests by chance find a server that breaks, and can be repeated.
class FuzzRunTest {

    private static final String DOCUMENT =
            """
            servers: [{url: /api/ai-agent}]
            components: {schemas: {}}
            paths:
              /a:
                get:
                  operationId: a
                  security: []
                  responses:
                    '200': {description: A, content: {text/plain: {schema: {type: string}}}}
            """;

    @Test
    void a_failure_of_the_server_is_blamed_and_says_how_to_repeat_it() throws IOException {
        assertThat(blamedOn(500, "text/plain"))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it).contains("-Dfuzz.seed=7 -Dfuzz.only="));
    }

    @Test
    void an_answer_that_is_not_documented_is_blamed() throws IOException {
        assertThat(blamedOn(200, "text/html")).isNotEmpty();
        assertThat(blamedOn(299, "text/plain")).isNotEmpty();
    }

    @Test
    void a_request_follows_from_its_number_and_the_seed() {
        var address = URI.create("http://127.0.0.1:1");
        var one = run(address);
        var other = run(address);

        assertThat(one.request(42).bytes()).isEqualTo(other.request(42).bytes());
        assertThat(one.request(42).bytes()).isNotEqualTo(one.request(43).bytes());
    }

    private static List<String> blamedOn(int status, String mediaType) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var server = HttpServer.create(address, 0);
        server.createContext(
                "/",
                exchange -> {
                    var body = "a".getBytes(UTF_8);
                    exchange.getResponseHeaders().add("Content-Type", mediaType);
                    exchange.sendResponseHeaders(status, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        try {
            var run = run(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
            run.send(0, 40);
            return run.tally().wrong();
        } finally {
            server.stop(0);
        }
    }

    private static FuzzRun run(URI address) {
        var document = ApiDocument.parse(DOCUMENT);
        var callers = new Callers("user", "other", "admin", List.of("x"), List.of("y"));
        return new FuzzRun(address, new ApiContract(document), new Proper(document, callers), 7);
    }
}
