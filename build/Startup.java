import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Measures how long the image takes from its start to the first healthy answer, on a database whose tables exist, and
/// what memory it holds when it has nothing to do. `./mvnw -q -Pstartup` calls it.
void main(String[] args) throws Exception {
    var image = new Installation(Path.of(args[0]));
    var work = Files.createTempDirectory("atelier-startup");
    var log = work.resolve("log");
    var millis = new ArrayList<Long>();
    long idle;
    try (var postgres = LocalPostgres.start(work.resolve("postgres"))) {
        var first = image.start(postgres.url(), log);
        first.awaitHealthy();
        first.stop();
        for (int run = 0; run < RUNS; run++) {
            var before = System.nanoTime();
            // A cache that does not fit would be passed over in silence: here it ends the start.
            var running = image.start(postgres.url(), log, "-XX:AOTMode=on");
            running.awaitHealthy();
            millis.add((System.nanoTime() - before) / 1_000_000);
            running.stop();
        }
        var running = image.start(postgres.url(), log, "-XX:AOTMode=on");
        running.awaitHealthy();
        Thread.sleep(IDLE_MILLIS);
        idle = residentMegabytes(running.process());
        running.stop();
    }
    millis.sort(null);
    IO.println("| runs | median | min | max | RSS idle |");
    IO.println("|---|---|---|---|---|");
    IO.println(
            "| %d | %d ms | %d ms | %d ms | %d MB |"
                    .formatted(RUNS, millis.get(RUNS / 2), millis.getFirst(), millis.getLast(), idle));
}

static final int RUNS = 11;

/// Long enough for the warm-up to be over.
static final long IDLE_MILLIS = 10_000;

static long residentMegabytes(Process process) throws IOException {
    List<String> status = Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"));
    var line = status.stream().filter(entry -> entry.startsWith("VmRSS:")).findFirst().orElseThrow();
    return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
}
