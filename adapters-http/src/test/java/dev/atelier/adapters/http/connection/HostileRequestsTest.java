package dev.atelier.adapters.http.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.http.RawClient;
import dev.atelier.adapters.http.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;

/// Requests that two readers could understand in two ways. Each is followed by a second request,
/// which must never be served. In the tables `~` is a CRLF and `@` a lone line feed.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileRequestsTest {

    private static final String SMUGGLED =
            RawClient.lines("GET /api/ai-agent/health HTTP/1.1", "Host: localhost", "");
    private static final String TOKEN =
            RawClient.lines(
                    "POST /api/ai-agent/dev/token HTTP/1.1",
                    "Host: localhost",
                    "Content-Type: application/json");

    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    signed length              | 400 | Content-Length: +5~~hello
                    negative length            | 400 | Content-Length: -1~~hello
                    length in hexadecimal      | 400 | Content-Length: 0x5~~hello
                    list of lengths            | 400 | Content-Length: 5, 5~~hello
                    empty length               | 400 | Content-Length: ~~hello
                    length beyond a long       | 400 | Content-Length: 99999999999999999999~~hello
                    two different lengths      | 400 | Content-Length: 5~Content-Length: 6~~hello
                    the same length twice      | 400 | Content-Length: 5~Content-Length: 5~~hello
                    length and coding          | 400 | Content-Length: 4~Transfer-Encoding: chunked~~0~~
                    coding and length          | 400 | Transfer-Encoding: chunked~Content-Length: 4~~0~~
                    unknown coding             | 400 | Transfer-Encoding: gzip~~hello
                    list of codings            | 400 | Transfer-Encoding: gzip, chunked~~0~~
                    coding in capitals         | 400 | Transfer-Encoding: CHUNKED~~0~~
                    coding twice               | 400 | Transfer-Encoding: chunked~Transfer-Encoding: x~~0~~
                    space before the colon     | 400 | Content-Length : 5~~hello
                    folded field               | 400 | X-A: b~  Content-Length: 5~~hello
                    field without a colon      | 400 | nonsense~~
                    field without a name       | 400 | : value~~
                    control character          | 400 | X-A: b\u0001c~~
                    line feed alone            | 400 | X-A: b@Transfer-Encoding: chunked~~0~~
                    chunk size of letters      | 400 | Transfer-Encoding: chunked~~xyz~hello~0~~
                    negative chunk size        | 400 | Transfer-Encoding: chunked~~-5~hello~0~~
                    chunk longer than its size | 400 | Transfer-Encoding: chunked~~2~hello~0~~
                    trailer                    | 400 | Transfer-Encoding: chunked~~0~X-A: b~~
                    length too large           | 413 | Content-Length: 10485760~~
                    chunk too large            | 413 | Transfer-Encoding: chunked~~fffffff~
                    encoded body               | 415 | Content-Encoding: gzip~Content-Length: 5~~hello
                    unknown expectation        | 417 | Expect: the-unexpected~Content-Length: 5~~hello
                    two hosts                  | 400 | Host: elsewhere~~
                    """)
    void is_refused_and_nothing_after_it_is_served(String name, int status, String fields)
            throws IOException {
        assertRefused(name, hear(TOKEN + bytes(fields) + SMUGGLED), status);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    HTTP/2 preface      | PRI * HTTP/2.0~~SM~~
                    HTTP/1.0            | GET /api/ai-agent/health HTTP/1.0~Host: localhost~~
                    HTTP/0.9            | GET /api/ai-agent/health~
                    no version          | GET /api/ai-agent/health HTTP/~Host: localhost~~
                    two spaces          | GET  /api/ai-agent/health HTTP/1.1~Host: localhost~~
                    method in brackets  | (GET) /api/ai-agent/health HTTP/1.1~Host: localhost~~
                    no host             | GET /api/ai-agent/health HTTP/1.1~~
                    empty line first    | ~GET /api/ai-agent/health HTTP/1.1~Host: localhost~~
                    broken percent sign | GET /api/ai-agent/health?a=%zz HTTP/1.1~Host: localhost~~
                    not HTTP at all     | \u0016\u0003\u0001~
                    """)
    void refuses_a_request_line_that_is_none(String name, String request) throws IOException {
        assertRefused(name, hear(bytes(request) + SMUGGLED), 400);
    }

    @Test
    void refuses_a_request_line_that_never_ends() throws IOException {
        assertRefused("line", hear("GET /" + "a".repeat(20_000)), 414);
    }

    @Test
    void refuses_header_fields_that_never_end() throws IOException {
        var field = "X-A: " + "a".repeat(20_000);
        assertRefused("field", hear("GET / HTTP/1.1\r\nHost: localhost\r\n" + field), 431);
    }

    @Test
    void refuses_more_header_fields_than_anybody_needs() throws IOException {
        var fields = "X-A: b\r\n".repeat(200);
        assertRefused("fields", hear("GET / HTTP/1.1\r\nHost: localhost\r\n" + fields), 431);
    }

    @Test
    void counts_chunks_together() throws IOException {
        var chunk = "8000\r\n" + "a".repeat(0x8000) + "\r\n";
        var body = "Transfer-Encoding: chunked\r\n\r\n" + chunk + chunk + chunk;

        assertRefused("chunks", hear(TOKEN + body), 413);
    }

    private static String bytes(String table) {
        return table.replace("~", "\r\n").replace("@", "\n");
    }

    private String hear(String request) throws IOException {
        try (var client = new RawClient(server.port())) {
            return client.say(request).hearToTheEnd();
        }
    }

    private static void assertRefused(String name, String heard, int status) {
        assertThat(RawClient.statusOf(heard)).as("%s: %s", name, heard).isEqualTo(status);
        assertThat(RawClient.answersIn(heard)).as("%s: %s", name, heard).isEqualTo(1);
        assertThat(heard)
                .containsIgnoringCase("Connection: close")
                .contains("application/problem+json")
                .contains("\"success\":false");
    }
}
