package dev.atelier.bootstrap.bench;

import dev.atelier.bootstrap.AssembledNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// What an idle worker asks of the server, and what memory it holds.
record Idle(Duration time) implements Measure {

    private static final Duration SETTLING = Duration.ofSeconds(10);
    private static final Path OWN_MEMORY = Path.of("/proc/self/status");

    @Override
    public Map<String, Object> run(Database database) throws InterruptedException {
        var generator = new NoOpGenerator(0, Duration.ZERO);
        try (var _ = AssembledNode.start(database.url(), generator, 20)) {
            Thread.sleep(SETTLING);
            var meter = Meter.start(database);
            Thread.sleep(time);
            var commits = meter.commitsSince();
            var figures = meter.figures(1);
            figures.remove("jobs/s");
            figures.put("transactions/s", (double) commits / time.toSeconds());
            figures.put("rss mb", residentMegabytes());
            figures.put("ok", true);
            return figures;
        }
    }

    /// @return 0 where the kernel does not tell
    private static double residentMegabytes() {
        if (!Files.exists(OWN_MEMORY)) {
            return 0;
        }
        try (var lines = Files.lines(OWN_MEMORY)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .sum();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
