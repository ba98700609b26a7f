import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.regex.Pattern;

/// Makes the cache of loaded classes and of what was found out about them (JEP 483, 514, 515): the service does once what
/// it will do in each start and for a first user. The cache is good for this very runtime, these jars and these options.
final class Training {

    private static final Pattern TOKEN = Pattern.compile("\"token\" *: *\"([^\"]+)\"");

    private Training() {}

    static void train(Installation image) throws Exception {
        var cache = image.folder().resolve("atelier.aot");
        var work = Files.createTempDirectory("atelier-training");
        var log = work.resolve("log");
        try (var postgres = LocalPostgres.start(work.resolve("postgres"))) {
            // The tables exist already where a start has to be fast.
            var first = image.start(postgres.url(), log, "-XX:AOTMode=off");
            first.awaitHealthy();
            first.stop();

            var training = image.start(postgres.url(), log, "-XX:AOTCacheOutput=" + cache.toAbsolutePath());
            training.awaitHealthy();
            useAsAPersonDoes(training.address());
            training.stop();
        }
        if (!Files.exists(cache)) {
            throw new IllegalStateException("no cache came of the training:\n" + Files.readString(log));
        }
    }

    private static void useAsAPersonDoes(URI address) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var api = address.resolve("/api/ai-agent/");
            send(http, HttpRequest.newBuilder(address));
            send(http, HttpRequest.newBuilder(api.resolve("config")));
            var reply =
                    send(
                            http,
                            HttpRequest.newBuilder(api.resolve("dev/token"))
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofString("{\"user\": \"trainer\"}")));
            var token = TOKEN.matcher(reply);
            if (!token.find()) {
                throw new IllegalStateException("no token in " + reply);
            }
            for (var instructions : new String[] {"a -> b", "login flowchart: ask, check, retry, home"}) {
                send(
                        http,
                        HttpRequest.newBuilder(api.resolve("create-canvas"))
                                .header("Authorization", "Bearer " + token.group(1))
                                .header("Content-Type", "application/json")
                                .header("Prefer", "wait=30")
                                .POST(BodyPublishers.ofString("{\"instructions\": \"" + instructions + "\"}")));
            }
            for (var path : new String[] {"jobs", "jobs/stats", "canvases", "metrics", "health/ready", "health/live"}) {
                send(
                        http,
                        HttpRequest.newBuilder(api.resolve(path)).header("Authorization", "Bearer " + token.group(1)));
            }
        }
    }

    private static String send(HttpClient http, HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = http.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException(response.uri() + " answers " + response.statusCode());
        }
        return response.body();
    }
}
