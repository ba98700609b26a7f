package dev.atelier.bootstrap.bench;

import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The load generator of that name: over each connection it asks again as soon as it is answered,
/// for one owner after the other.
record Wrk(Path script, int connections) {

    private static final String NAME = "wrk";

    /// What came of a load; times in milliseconds.
    ///
    /// @param requests that were answered, whatever the answer was
    /// @param refused answers other than 2xx and 3xx
    /// @param broken connections, and requests without an answer
    record Load(long requests, double seconds, double p50, double p99, long refused, long broken) {

        double rate() {
            return requests / seconds;
        }

        boolean isClean() {
            return refused == 0 && broken == 0;
        }
    }

    static boolean isThere() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, NAME)));
    }

    /// Submits jobs over so many connections, for the owners of these tokens.
    static Wrk submitting(int connections, List<String> tokens) {
        try {
            var folder = Files.createDirectories(Path.of("target", "bench"));
            var script = folder.resolve("submit.lua");
            Files.writeString(script, script(tokens));
            return new Wrk(script, connections);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /// `wrk` tells times in microseconds, and counts answers with an error among the requests.
    private static String script(List<String> tokens) {
        var quoted = tokens.stream().map("'%s'"::formatted).collect(Collectors.joining(",\n"));
        return """
        local tokens = {%s}
        local calls = {}
        local n = 0

        function init()
            for i, token in ipairs(tokens) do
                calls[i] = wrk.format(
                    "POST",
                    "/api/ai-agent/create-canvas",
                    {["Authorization"] = "Bearer " .. token, ["Content-Type"] = "application/json"},
                    '{"instructions": "%s"}')
            end
        end

        function request()
            n = n %% #calls + 1
            return calls[n]
        end

        function done(summary, latency)
            local errors = summary.errors
            print(string.format(
                '%s{"requests": %%d, "seconds": %%f, "p50": %%f, "p99": %%f, "refused": %%d, "broken": %%d}',
                summary.requests,
                summary.duration / 1e6,
                latency:percentile(50) / 1e3,
                latency:percentile(99) / 1e3,
                errors.status,
                errors.connect + errors.read + errors.write + errors.timeout))
        end
        """
                .formatted(quoted, Jobs.TEXT, Contestant.RESULT);
    }

    Load run(int port, Duration time) throws InterruptedException {
        try {
            var process = new ProcessBuilder(command(port, time)).redirectErrorStream(true).start();
            var output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            var result =
                    output.lines()
                            .filter(line -> line.startsWith(Contestant.RESULT))
                            .findFirst()
                            .orElseThrow(() -> new IllegalStateException(output));
            var json = result.substring(Contestant.RESULT.length());
            return new ObjectMapper().readValue(json, Load.class);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private List<String> command(int port, Duration time) {
        return List.of(
                NAME,
                "--threads=1",
                "--connections=" + connections,
                "--duration=" + time.toSeconds() + "s",
                "--timeout=10s",
                "--script=" + script,
                "http://127.0.0.1:" + port);
    }
}
