package dev.atelier.bootstrap.bench;

import dev.atelier.bootstrap.AssembledNode;

import java.time.Duration;
import java.util.Map;

/// What an idle worker asks of the server.
record Idle(Duration time) implements Measure {

    private static final Duration SETTLING = Duration.ofSeconds(10);

    @Override
    public Map<String, Object> run(Database database) throws InterruptedException {
        var generator = new NoOpGenerator(0, Duration.ZERO);
        try (var _ = AssembledNode.start(database.url(), generator, 20)) {
            Thread.sleep(SETTLING);
            var meter = Meter.start(database);
            Thread.sleep(time);
            var figures = meter.figures(1);
            figures.remove("jobs/s");
            figures.put("transactions/s", (double) meter.commitsSince() / time.toSeconds());
            figures.put("ok", true);
            return figures;
        }
    }
}
