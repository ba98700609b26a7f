package dev.atelier.bootstrap.bench;

import dev.atelier.bootstrap.AssembledNode;

import java.time.Duration;
import java.util.Map;

/// How many jobs are taken in a second, each durable before its producer goes on.
record Submit(int jobs, int producers) implements Measure {

    private static final int WARM_UP = 100_000;

    @Override
    public Map<String, Object> run(Database database) throws InterruptedException {
        try (var node =
                AssembledNode.start(database.url(), new NoOpGenerator(0, Duration.ZERO), 0)) {
            var submitJob = node.application().submitJob();
            Jobs.submit(submitJob, WARM_UP, producers, Jobs.USERS);
            database.execute("checkpoint");
            var meter = Meter.start(database);
            Jobs.submit(submitJob, jobs, producers, Jobs.USERS);
            var figures = meter.figures(jobs);
            var rows = database.number("select count(*) from ai_jobs");
            var events = database.number("select count(*) from ai_job_events");
            figures.put("ok", rows == WARM_UP + jobs && events == rows);
            return figures;
        }
    }
}
