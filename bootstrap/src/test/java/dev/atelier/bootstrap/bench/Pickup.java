package dev.atelier.bootstrap.bench;

import dev.atelier.bootstrap.AssembledNode;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// How long a job waits on an idle service: from before its submission to the generator's first
/// line.
///
/// @param warmUp jobs that are done before, most of them many at once, the last ones one by one: a
///   service that has been idle has usually worked before, and had calm hours, too; and between
///   both, the server's autovacuum has passed
/// @param elsewhere whether another node takes it in than runs it
record Pickup(int warmUp, int jobs, boolean elsewhere) implements Measure {

    private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final int ONE_BY_ONE = 2_000;

    @Override
    public Map<String, Object> run(Database database) throws InterruptedException {
        var generator = new NoOpGenerator(warmUp + jobs, Duration.ZERO);
        try (var node = AssembledNode.start(database.url(), generator, 20);
                var other = AssembledNode.start(database.url(), generator, 0)) {
            var submitJob = (elsewhere ? other : node).application().submitJob();
            Jobs.submit(submitJob, warmUp - ONE_BY_ONE, 8, Jobs.USERS);
            awaitEnd(database);
            database.execute("vacuum analyze");
            for (int n = warmUp - ONE_BY_ONE; n < warmUp; n++) {
                submitJob.submit(Jobs.command(n, Jobs.USERS));
            }
            awaitEnd(database);
            Thread.sleep(2_000);
            var submitted = new long[jobs];
            var start = System.nanoTime();
            for (int n = 0; n < jobs; n++) {
                TimeUnit.NANOSECONDS.sleep(start + n * EVERY_NANOS - System.nanoTime());
                submitted[n] = System.nanoTime();
                submitJob.submit(Jobs.command(warmUp + n, Jobs.USERS));
            }
            awaitEnd(database);
            return figures(generator, submitted);
        }
    }

    private static void awaitEnd(Database database) throws InterruptedException {
        while (!database.isDone()) {
            Thread.sleep(5);
        }
    }

    private Map<String, Object> figures(NoOpGenerator generator, long[] submitted) {
        var waits = new double[jobs];
        for (int n = 0; n < jobs; n++) {
            waits[n] = (generator.begun(warmUp + n) - submitted[n]) / 1e6;
        }
        Arrays.sort(waits);
        var figures = new LinkedHashMap<String, Object>();
        figures.put("p50 ms", waits[waits.length / 2]);
        figures.put("p99 ms", waits[waits.length * 99 / 100]);
        figures.put("max ms", waits[waits.length - 1]);
        figures.put("ok", generator.lost() == 0 && generator.twice() == 0);
        return figures;
    }
}
