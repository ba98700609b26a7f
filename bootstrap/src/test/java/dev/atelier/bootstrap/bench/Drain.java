package dev.atelier.bootstrap.bench;

import dev.atelier.bootstrap.AssembledNode;

import java.time.Duration;
import java.util.Map;

/// How many waiting jobs are done in a second, from the first one's start until the end of all is
/// durable.
///
/// @param ended jobs that the table holds from before
record Drain(int warmUp, int jobs, int ended, int slots) implements Measure {

    @Override
    public Map<String, Object> run(Database database) throws InterruptedException {
        drain(database, warmUp);
        if (ended > 0) {
            Past.add(database, ended);
        }
        return drain(database, jobs);
    }

    private Map<String, Object> drain(Database database, int count) throws InterruptedException {
        try (var node =
                AssembledNode.start(database.url(), new NoOpGenerator(0, Duration.ZERO), 0)) {
            Jobs.submit(node.application().submitJob(), count, 256, Jobs.USERS);
        }
        var past = database.number("select count(*) from ai_jobs where status = 'completed'");
        database.execute("checkpoint");
        var meter = Meter.start(database);
        var generator = new NoOpGenerator(count, Duration.ZERO);
        try (var _ = AssembledNode.start(database.url(), generator, slots)) {
            while (generator.ended() < count || !database.isDone()) {
                Thread.sleep(5);
            }
            var seconds = (System.nanoTime() - generator.firstBegun()) / 1e9;
            var figures = meter.figures(count, seconds);
            Thread.sleep(300);
            figures.put("lost", generator.lost());
            figures.put("twice", generator.twice());
            figures.put(
                    "ok",
                    generator.lost() == 0
                            && generator.twice() == 0
                            && isWhole(database, past + count));
            return figures;
        }
    }

    static boolean isWhole(Database database, long jobs) {
        return database.number("select count(*) from ai_jobs where status = 'completed'") == jobs
                && database.number("select count(*) from canvases") == jobs
                && database.number("select count(*) from ai_job_events") == 3 * jobs;
    }
}
