package dev.atelier.adapters.http;

import dev.atelier.application.measure.Histogram;
import dev.atelier.application.port.in.Distribution;
import dev.atelier.application.port.in.JobFlow;
import dev.atelier.application.port.in.ServiceQueries;
import dev.atelier.application.port.in.ServiceQueries.Health;
import dev.atelier.application.port.in.WorkDone;
import dev.atelier.application.port.out.Models.Model;
import dev.atelier.application.port.out.StoreLoad.Load;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.MutableClock;

import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The real server on a real port, over a fake application.
public final class TestServer implements AutoCloseable {

    public static final String BASE = "/api/ai-agent";
    public static final Health WELL =
            new Health(null, true, 1, 3, 5, new Model("offline", null, true), 1, 2, false);

    public final FakeCanvases canvases = new FakeCanvases();
    public final FakeApplication application = new FakeApplication(canvases);
    public final FakeWebhooks webhooks = new FakeWebhooks(application);
    public final FakeAdministration administration = new FakeAdministration();
    public final FakeWatch watch = new FakeWatch();
    public final MutableClock clock = MutableClock.atNoon();
    public volatile Health health = WELL;
    public volatile WorkDone workDone = NOTHING;
    public volatile JobFlow jobFlow = new JobFlow(Map.of(), Map.of());
    public volatile Load load = new Load(0, 10, 0, Map.of());
    public volatile Duration messagesOverdue = Duration.ZERO;

    private static final Distribution NEVER = new Histogram(Distribution.JOB_SECONDS).read();
    private static final WorkDone NOTHING = new WorkDone(Map.of(), List.of(), NEVER, NEVER, 0);

    static final byte[] SECRET = new byte[32];

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpAdapter adapter;

    private TestServer(HttpSettings settings) {
        this.adapter = HttpAdapter.start(settings, useCases(), SECRET, clock);
    }

    UseCases useCases() {
        return new UseCases(
                application,
                application,
                application,
                application,
                application,
                application,
                watch,
                canvases,
                canvases,
                canvases,
                canvases,
                webhooks,
                webhooks,
                administration,
                administration,
                administration,
                administration,
                new FakeService());
    }

    public static TestServer start() {
        return start(TestSettings.usual());
    }

    public static TestServer start(HttpSettings settings) {
        return new TestServer(settings);
    }

    public HttpAdapter adapter() {
        return adapter;
    }

    public int port() {
        return adapter.port();
    }

    public String tokenOf(String user) {
        return token("{\"user\":\"" + user + "\"}");
    }

    public String tokenOfAdmin() {
        return tokenOfAdmin("root");
    }

    public String tokenOfAdmin(String user) {
        return token("{\"user\":\"" + user + "\",\"admin\":true}");
    }

    private String token(String body) {
        return post("/dev/token", "", body).json().path("token").asText();
    }

    public Reply get(String path, String token) {
        return send(request(path, token).GET());
    }

    public Reply post(String path, String token, String json) {
        return send(
                request(path, token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)));
    }

    public Reply post(String path, String token) {
        return send(request(path, token).POST(BodyPublishers.noBody()));
    }

    public Reply patch(String path, String token, String json) {
        return send(
                request(path, token)
                        .header("Content-Type", "application/json")
                        .method("PATCH", BodyPublishers.ofString(json)));
    }

    public Reply delete(String path, String token) {
        return send(request(path, token).DELETE());
    }

    public HttpRequest.Builder request(String path, String token) {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + BASE + path))
                        .version(HttpClient.Version.HTTP_1_1);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    /// Sends it and holds the answer against the OpenAPI document.
    public Reply send(HttpRequest.Builder builder) {
        var request = builder.build();
        try {
            var reply = Reply.of(client.send(request, BodyHandlers.ofString()));
            Documented.assertPromised(request, reply);
            return reply;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("no answer", e);
        }
    }

    /// Reads a stream that does not end, until it has said this.
    public Reply listen(HttpRequest.Builder builder, String until) {
        var request = builder.build();
        try {
            var response = client.send(request, BodyHandlers.ofInputStream());
            var heard = new StringBuilder();
            try (var stream = new InputStreamReader(response.body(), StandardCharsets.UTF_8)) {
                while (heard.indexOf(until) < 0) {
                    var next = stream.read();
                    if (next < 0) {
                        break;
                    }
                    heard.append((char) next);
                }
            }
            var reply =
                    new Reply(response.statusCode(), response.headers().map(), heard.toString());
            Documented.assertPromised(request, reply);
            return reply;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("no answer", e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        adapter.close();
    }

    private final class FakeService implements ServiceQueries {

        @Override
        public Health health() {
            return health;
        }

        @Override
        public List<Model> models() {
            var until = Jobs.NOON.plusSeconds(30);
            return List.of(
                    new Model("openai", "gpt-5", false, until), new Model("offline", null, true));
        }

        @Override
        public WorkDone workDone() {
            return workDone;
        }

        @Override
        public JobFlow jobFlow() {
            return jobFlow;
        }

        @Override
        public Load storeLoad() {
            return load;
        }

        @Override
        public Optional<Backlog> backlog() {
            var stats = application.statsOfAll();
            return Optional.of(new Backlog(health.workers(), stats, messagesOverdue));
        }
    }
}
