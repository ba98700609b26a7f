package dev.atelier.bootstrap.bench;

import dev.atelier.bootstrap.AssembledNode;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.Map;

/// How long it takes until so many jobs that each take `work` are done, all at once on one node.
///
/// @param warmUp jobs that are done before, the last of them as many at once as later: until a node
///   has once seen as many wake up, what it then does is interpreted rather than compiled
record Sleepers(int warmUp, int jobs, Duration work) implements Measure {

    private static final Duration A_MOMENT = Duration.ofMillis(500);

    /// To count connections takes one, and a moment of a core: it is done once a second.
    private static final int LOOKS_A_SECOND = 50;

    @Override
    public Map<String, Object> run(Database database) throws InterruptedException {
        new Drain(1, warmUp - jobs, 0, jobs).run(database);
        atOnce(database, A_MOMENT);
        return atOnce(database, work);
    }

    private Map<String, Object> atOnce(Database database, Duration each)
            throws InterruptedException {
        var generator = new NoOpGenerator(jobs, each);
        try (var node = AssembledNode.start(database.url(), generator, 0)) {
            Jobs.submit(node.application().submitJob(), jobs, 256, Jobs.USERS);
        }
        database.execute("checkpoint");
        var meter = Meter.start(database);
        try (var _ = AssembledNode.start(database.url(), generator, jobs)) {
            long connections = 0;
            for (int look = 0; generator.ended() < jobs || !database.isDone(); look++) {
                if (look % LOOKS_A_SECOND == 0) {
                    connections = Math.max(connections, database.connections());
                }
                Thread.sleep(1_000 / LOOKS_A_SECOND);
            }
            var seconds = meter.seconds();
            var figures = meter.figures(jobs, seconds);
            figures.put("seconds", seconds);
            figures.put("peak heap MB", peakHeap() / 1e6);
            figures.put("connections", connections);
            figures.put("lost", generator.lost());
            figures.put("twice", generator.twice());
            figures.put("ok", generator.lost() == 0 && generator.twice() == 0);
            return figures;
        }
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
