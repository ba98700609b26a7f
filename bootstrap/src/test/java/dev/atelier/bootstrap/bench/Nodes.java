package dev.atelier.bootstrap.bench;

import dev.atelier.bootstrap.AssembledNode;
import dev.atelier.domain.job.UserId;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How many waiting jobs so many processes do in a second. They are paused while the jobs are
/// submitted, warmed up, and begin together.
record Nodes(int processes, int warmUp, int jobs, int slots) implements Measure {

    private static final UserId OPERATOR = new UserId("operator");

    @Override
    public Map<String, Object> run(Database database) throws InterruptedException {
        var generator = new NoOpGenerator(0, Duration.ZERO);
        try (var node = AssembledNode.start(database.url(), generator, 0)) {
            var workers = new ArrayList<Process>();
            try {
                for (int n = 0; n < processes; n++) {
                    workers.add(worker(database));
                }
                drain(node, database, warmUp);
                var seconds = drain(node, database, jobs);
                var figures = new LinkedHashMap<String, Object>();
                figures.put("jobs/s", jobs / seconds);
                figures.put("ok", Drain.isWhole(database, warmUp + jobs));
                return figures;
            } finally {
                workers.forEach(Process::destroyForcibly);
            }
        }
    }

    private double drain(AssembledNode node, Database database, int count)
            throws InterruptedException {
        var steering = node.application().steerWork();
        steering.pause(OPERATOR, null, null);
        Thread.sleep(1_000);
        Jobs.submit(node.application().submitJob(), count, 256, Jobs.USERS);
        database.execute("checkpoint");
        var start = System.nanoTime();
        steering.resume(OPERATOR, null);
        while (!database.isDone()) {
            Thread.sleep(50);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private Process worker(Database database) {
        try {
            return new ProcessBuilder(
                            Contestant.command(
                                    List.of(Contestant.WORKER, database.url(), "" + slots)))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
    }
}
