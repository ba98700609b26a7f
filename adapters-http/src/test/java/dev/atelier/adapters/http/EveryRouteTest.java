package dev.atelier.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import dev.atelier.adapters.http.Endpoint.Access;
import dev.atelier.adapters.http.live.Streams;
import dev.atelier.adapters.http.observe.RequestMetrics;
import dev.atelier.adapters.http.security.Authentication;
import dev.atelier.adapters.http.security.SignedTokens;
import dev.atelier.testkit.Jobs;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What must hold for every route, whoever adds the next one.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryRouteTest {

    private static final Set<String> OPEN =
            Set.of(
                    "/config",
                    "/health",
                    "/health/live",
                    "/health/ready",
                    "/openapi",
                    "/metrics",
                    "/dev/token");

    private TestServer server;
    private List<Endpoint> endpoints;

    @BeforeAll
    void start() {
        server = TestServer.start();
        var settings = TestSettings.usual();
        var tokens = Authentication.by(settings.issuer(), server.clock).developmentTokens();
        var tickets =
                new SignedTokens(TestServer.SECRET, "test", Duration.ofMinutes(1), server.clock);
        endpoints =
                Routes.of(
                        server.useCases(),
                        settings,
                        tokens,
                        new RequestMetrics(() -> 0),
                        new Routes.Live(new Streams(settings.live()), tickets),
                        server.clock);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void wants_a_token_unless_it_is_one_of_a_few() {
        for (var endpoint : endpoints) {
            var reply = call(endpoint, "");

            if (OPEN.contains(endpoint.path())) {
                assertThat(reply.status()).as(endpoint.path()).isEqualTo(200);
            } else {
                assertThat(reply.status()).as(endpoint.path()).isEqualTo(401);
                assertThat(reply.header("www-authenticate")).isEqualTo("Bearer");
            }
        }
        assertThat(endpoints).extracting(Endpoint::access).contains(Access.values());
    }

    @Test
    void of_an_administrator_is_closed_to_everybody_else() {
        var bob = server.tokenOf("bob");
        var root = server.tokenOfAdmin();
        var ofAdmins = endpoints.stream().filter(it -> it.path().startsWith("/admin")).toList();

        for (var endpoint : ofAdmins) {
            assertThat(call(endpoint, "").status()).as(endpoint.path()).isEqualTo(401);
            assertThat(call(endpoint, bob).status()).as(endpoint.path()).isEqualTo(403);
            assertThat(call(endpoint, root).status()).as(endpoint.path()).isIn(200, 400, 404);
            assertThat(endpoint.access()).as(endpoint.path()).isEqualTo(Access.ADMIN);
        }
        assertThat(ofAdmins).hasSize(11);
        assertThat(endpoints.stream().filter(it -> it.access() == Access.ADMIN).toList())
                .isEqualTo(ofAdmins);
    }

    @Test
    void about_a_job_hides_it_from_everybody_else() {
        var job = server.application.add(Jobs.aFailedJob());
        var bob = server.tokenOf("bob");
        var ofJobs = endpoints.stream().filter(it -> it.path().startsWith("/job/{id}")).toList();

        for (var endpoint : ofJobs) {
            var path = endpoint.path().replace("{id}", job.id().toString());
            var foreign =
                    call(
                            new Endpoint(
                                    endpoint.method(), path, endpoint.access(), endpoint.handler()),
                            bob);
            var none = call(endpoint, bob);

            assertThat(foreign.status()).as(path).isEqualTo(404);
            assertThat(foreign.json().path("error")).isEqualTo(none.json().path("error"));
        }
        assertThat(ofJobs).hasSize(10);
    }

    @Test
    void about_a_canvas_hides_it_from_everybody_else() {
        server.canvases.add(Jobs.ALICE, "hers", Jobs.DRAWN);
        var bob = server.tokenOf("bob");
        var ofCanvases =
                endpoints.stream().filter(it -> it.path().contains("/canvases/{id}")).toList();

        for (var endpoint : ofCanvases) {
            var foreign = edit(endpoint, endpoint.path().replace("{id}", "hers"), bob);
            var none = edit(endpoint, endpoint.path().replace("{id}", "nobodys"), bob);

            assertThat(foreign.status()).as(endpoint.method().text()).isEqualTo(404);
            assertThat(foreign.json().path("error")).isEqualTo(none.json().path("error"));
        }
        assertThat(ofCanvases).hasSize(4);
    }

    @Test
    void about_a_job_knows_no_id_that_is_none() {
        var alice = server.tokenOf("alice");

        for (var id : List.of("7", "1-1-1-1-1", "%00", "..%2f..%2fetc", "a".repeat(2000))) {
            assertThat(server.get("/job/" + id + "/status", alice).status()).as(id).isEqualTo(404);
        }
    }

    @Test
    void tells_which_methods_it_takes() {
        for (var endpoint : endpoints) {
            var request = server.request(path(endpoint), "").method("PUT", BodyPublishers.noBody());
            var reply = server.send(request);

            assertThat(reply.status()).as(endpoint.path()).isEqualTo(405);
            assertThat(reply.header("allow")).contains(endpoint.method().text());
        }
    }

    @Test
    void is_not_one_that_nobody_listed() {
        for (var path : List.of("", "/", "/nothing", "/create-canvas/", "/jobs/stats/x")) {
            assertThat(server.get(path, "").status()).as(path).isIn(404, 405);
        }
    }

    @Test
    void is_documented_and_nothing_else_is() {
        var documented = new TreeSet<String>();
        parsed().getPaths()
                .forEach(
                        (path, item) ->
                                item.readOperationsMap()
                                        .keySet()
                                        .forEach(method -> documented.add(method + " " + path)));

        var served =
                endpoints.stream()
                        .map(endpoint -> endpoint.method().text() + " " + endpoint.path())
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(documented)
                .as("a new route needs its lines in openapi.yaml, and docs/contract.md says which")
                .isEqualTo(served);
    }

    @Test
    void says_in_the_document_whether_it_wants_a_token() {
        var paths = parsed().getPaths();

        for (var endpoint : endpoints) {
            var operations = requireNonNull(paths.get(endpoint.path())).readOperations();
            var open = operations.stream().anyMatch(it -> List.of().equals(it.getSecurity()));

            assertThat(open).as(endpoint.path()).isEqualTo(endpoint.access() == Access.OPEN);
        }
    }

    private OpenAPI parsed() {
        var document = server.get("/openapi", "");
        var options = new ParseOptions();
        options.setResolve(true);
        var result = new OpenAPIV3Parser().readContents(document.text(), List.of(), options);

        assertThat(result.getMessages()).isEmpty();
        assertThat(document.header("content-type")).isEqualTo("application/yaml");
        return result.getOpenAPI();
    }

    private Reply call(Endpoint endpoint, String token) {
        return server.send(
                server.request(path(endpoint), token)
                        .method(endpoint.method().text(), BodyPublishers.noBody()));
    }

    private Reply edit(Endpoint endpoint, String path, String token) {
        var body =
                endpoint.path().endsWith("/restore")
                        ? "{\"version\":2,\"restore\":1}"
                        : "{\"version\":1,\"edits\":[{\"op\":\"remove\",\"id\":\"start\"}]}";
        return server.send(
                server.request(path, token)
                        .header("Content-Type", "application/json")
                        .method(endpoint.method().text(), BodyPublishers.ofString(body)));
    }

    private static String path(Endpoint endpoint) {
        return endpoint.path().replace("{id}", "019aaf3e-6c00-7000-8000-000000000001");
    }
}
