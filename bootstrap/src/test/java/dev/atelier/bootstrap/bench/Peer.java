package dev.atelier.bootstrap.bench;

import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A rival queue, or plain SQL, with the settings that serve it best. Its own script brings a
/// server of its own up for each run, and takes it down again. Those on a JVM do as many jobs
/// before as we do, but for JobRunr, which has the 60,000 of its own figures.
///
/// @param figure which of its figures is compared with ours
record Peer(String name, List<String> arguments, String figure) {

    private static final String SCHEDULER =
            "java db-scheduler B 1 n=50000 warm=100000 threads=20 lower=4.0 upper=20.0 poll=1000"
                    + " pool=22";

    /// Whom each measure is compared with.
    private static final Map<String, List<Peer>> PEERS =
            Map.of(
                    "A1",
                            List.of(
                                    peer(
                                            "db-scheduler",
                                            "java db-scheduler A 1 pool=10 warm=100000")),
                    "A2", List.of(peer("raw SQL", "java raw A 1 producers=32 pool=32 warm=100000")),
                    "B",
                            List.of(
                                    peer("db-scheduler", SCHEDULER),
                                    peer("raw SQL", "java raw B 1 n=50000 workers=2 warm=100000"),
                                    peer(
                                            "JobRunr",
                                            "java jobrunr B 1 n=30000 warm=60000 workers=100 poll=5"
                                                    + " pool=50"),
                                    peer(
                                            "graphile-worker",
                                            "node graphile B 1 n=50000 concurrency=24 pool=25"
                                                    + " localQueue=500 completeBatch=0"),
                                    peer(
                                            "pg-boss",
                                            "node pgboss B 1 n=50000 batch=1000 concurrency=2"
                                                    + " pool=10 notify=true")),
                    "C", List.of(notified()),
                    "C-other", List.of(notified()));

    private static Peer peer(String name, String arguments) {
        return new Peer(name, Arrays.asList(arguments.split(" ", -1)), "rate");
    }

    private static Peer notified() {
        return new Peer(
                "raw SQL", List.of("java", "raw", "C", "1", "workers=1", "notify=true"), "p50");
    }

    static List<Peer> of(String measure) {
        return PEERS.getOrDefault(measure, List.of());
    }

    /// @param script of the peers
    /// @return its figures by name
    Map<?, ?> run(Path script) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(script.toAbsolutePath().toString()));
        command.addAll(arguments);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        var result =
                output.lines()
                        .filter(line -> line.contains(Contestant.RESULT))
                        .reduce((_, last) -> last)
                        .orElseThrow(() -> new IllegalStateException(output));
        // What a script calls may leave a terminal's colours behind, before the word.
        var begin = result.indexOf(Contestant.RESULT) + Contestant.RESULT.length();
        var json = result.substring(begin);
        return Objects.requireNonNull(new ObjectMapper().readValue(json, Map.class));
    }
}
