package dev.atelier.adapters.http.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.http.Reply;
import dev.atelier.adapters.http.TestServer;
import dev.atelier.adapters.http.TestSettings;
import dev.atelier.adapters.http.security.TokenIssuer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/// The web page, as a browser asks for it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebPageTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";
    private static final String SCRIPT = "/assets/app-1a2b3c.js";

    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start(TestSettings.showingPages());
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/jobs", "/studio/019aaf3e-6c00", "/a/b/"})
    void is_at_every_address_that_its_script_may_give(String path) {
        var reply = open(path);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("content-type")).isEqualTo("text/html; charset=utf-8");
        assertThat(reply.header("cache-control")).isEqualTo("no-cache");
        assertThat(reply.text()).contains("<title>page</title>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/",
                "/api/ai-agent/nothing",
                "/socket.io/nothing",
                "/assets/gone-0.js",
                "/assets/",
                "/gone.png",
                "/secret.txt",
                "/files.txt",
                "/assets/app-1a2b3c.js.gz",
                "/..%2findex.html",
                "/%2e%2e/index.html",
                "/assets/../secret.txt"
            })
    void is_not_what_is_elsewhere_or_missing(String path) {
        var reply = open(path);

        assertThat(reply.status()).as(path).isEqualTo(404);
        assertThat(reply.header("content-type")).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/docs.html"})
    void has_pages_of_their_own_beside_it(String path) {
        var reply = open(path);

        assertThat(reply.text()).contains("<title>API</title>");
        assertThat(reply.header("content-security-policy")).contains("script-src 'self';");
    }

    @Test
    void is_for_those_who_ask_for_a_page() {
        assertThat(get("/jobs", "Accept", "application/json").status()).isEqualTo(404);
        assertThat(get("/jobs").status()).isEqualTo(404);
        assertThat(get("/", "Accept", "*/*").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE"})
    void takes_nothing(String method) {
        var request = to("/", "Accept", BROWSER).method(method, BodyPublishers.noBody());

        assertThat(server.send(request).status()).isEqualTo(404);
    }

    @Test
    void has_files_that_last_where_their_name_tells_their_content() {
        var script = get(SCRIPT);

        assertThat(script.header("cache-control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(script.header("content-type")).isEqualTo("text/javascript; charset=utf-8");
        assertThat(get("/assets/font-4d5e6f.woff2").header("content-type")).isEqualTo("font/woff2");
        assertThat(get("/icon.svg").header("content-type")).isEqualTo("image/svg+xml");
        assertThat(get("/icon.svg").header("cache-control")).isEqualTo("no-cache");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip, deflate, br | br",
                "gzip              | gzip",
                "br;q=0, gzip;q=0.5| gzip",
                "br;q=0.0,gzip;q=0 | ''",
                "identity          | ''",
                "xbr               | ''"
            })
    void is_compressed_for_those_who_take_it(String accepted, String encoding) {
        var reply = get(SCRIPT, "Accept-Encoding", accepted);

        assertThat(reply.header("content-encoding")).isEqualTo(encoding);
        assertThat(reply.header("vary")).contains("Accept-Encoding").contains("Origin");
        assertThat(reply.text().equals("console.log(\"plain\");")).isEqualTo(encoding.isEmpty());
    }

    @Test
    void is_sent_only_to_those_who_do_not_have_it() {
        var first = open("/");
        var tag = first.header("etag");

        var second = get("/", "Accept", BROWSER, "If-None-Match", tag);

        assertThat(tag).isNotEmpty();
        assertThat(second.status()).isEqualTo(304);
        assertThat(second.text()).isEmpty();
        assertThat(second.header("cache-control")).isEqualTo("no-cache");
        assertThat(get(SCRIPT, "Accept-Encoding", "br").header("etag"))
                .isNotEqualTo(get(SCRIPT).header("etag"));
    }

    @Test
    void tells_its_size_to_a_head_request() {
        var reply = server.send(to("/", "Accept", BROWSER).HEAD());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("content-length")).isEqualTo("34");
        assertThat(reply.text()).isEmpty();
    }

    @Test
    void may_run_nothing_that_is_not_from_here_and_be_framed_by_nobody() {
        var reply = open("/");

        assertThat(reply.header("content-security-policy"))
                .contains("default-src 'none'", "script-src 'self';", "style-src 'self';")
                .contains("connect-src 'self';", "frame-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(reply.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(reply.header("referrer-policy")).isEqualTo("strict-origin-when-cross-origin");
        assertThat(reply.header("permissions-policy")).contains("camera=()");
        assertThat(get("/icon.svg").header("content-security-policy")).contains("default-src");
    }

    @Test
    void may_reach_google_where_google_signs_users_in() {
        var firebase =
                new TokenIssuer.Firebase(
                        "shop",
                        URI.create("http://127.0.0.1:1/keys"),
                        new TokenIssuer.Page("key", "login.shop.example"));

        assertThat(policyWith(firebase))
                .contains("script-src 'self' https://apis.google.com;")
                .contains("https://identitytoolkit.googleapis.com")
                .contains("https://securetoken.googleapis.com")
                .contains("frame-src https://login.shop.example;")
                .doesNotContain("script-src 'self' 'unsafe-inline'");
    }

    @Test
    void may_reach_the_emulator_that_signs_users_in() {
        assertThat(policyWith(new TokenIssuer.FirebaseEmulator("demo", "localhost:9099")))
                .contains("connect-src 'self' http://localhost:9099;")
                .contains("frame-src http://localhost:9099;");
    }

    @Test
    void is_not_there_in_a_service_without_one() {
        try (var bare = TestServer.start()) {
            var port = bare.port();
            for (var path : new String[] {"/", "/index.html", "/jobs"}) {
                var request =
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .header("Accept", BROWSER);
                assertThat(bare.send(request.GET()).status()).isEqualTo(404);
            }
        }
    }

    private static String policyWith(TokenIssuer issuer) {
        try (var other = TestServer.start(TestSettings.showingPages(issuer))) {
            var address = URI.create("http://127.0.0.1:" + other.port() + "/");
            return other.send(HttpRequest.newBuilder(address).GET())
                    .header("content-security-policy");
        }
    }

    private Reply open(String path) {
        return get(path, "Accept", BROWSER);
    }

    private Reply get(String path, String... headers) {
        return server.send(to(path, headers).GET());
    }

    private HttpRequest.Builder to(String path, String... headers) {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                        .version(HttpClient.Version.HTTP_1_1);
        return headers.length == 0 ? request : request.headers(headers);
    }
}
