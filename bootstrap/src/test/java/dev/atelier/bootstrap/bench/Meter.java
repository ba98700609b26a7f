package dev.atelier.bootstrap.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/// What a run takes of machine and server. "Own" is this process, "other" the rest of the machine,
/// in practice the server.
///
/// @param ownNanos of processor time
/// @param allNanos of processor time; as much as `ownNanos` where the kernel does not tell
/// @param walBytes written to the log of the server
/// @param commits of this database, those that only read among them
record Meter(
        Database database,
        long nanoTime,
        long ownNanos,
        long allNanos,
        long walBytes,
        long commits) {

    private static final Path KERNEL = Path.of("/proc/stat");
    private static final String COMMITS =
            "select xact_commit from pg_stat_database where datname = current_database()";

    /// Transactions of a question of ours: the log-in, the name of the connection, the question.
    private static final long OF_A_QUESTION = 3;

    private static final long NANOS_PER_TICK = 10_000_000;

    static Meter start(Database database) {
        var wal = database.number("select cast(pg_current_wal_lsn() - '0/0' as bigint)");
        var commits = database.number(COMMITS);
        return new Meter(database, System.nanoTime(), ownTime(), allTime(), wal, commits);
    }

    /// @param seconds that count, where a run begins later than the meter
    Map<String, Object> figures(int jobs, double seconds) {
        var own = ownTime() - ownNanos;
        var all = allTime() - allNanos;
        var now = start(database);
        var figures = new LinkedHashMap<String, Object>();
        figures.put("jobs/s", jobs / seconds);
        figures.put("own cpu s per 10k", own / 1e9 * 10_000 / jobs);
        figures.put("other cpu s per 10k", (all - own) / 1e9 * 10_000 / jobs);
        figures.put("wal kB per job", (now.walBytes - walBytes) / 1e3 / jobs);
        figures.put("commits per job", (double) (now.commits - commits) / jobs);
        figures.put("connections", database.connections());
        return figures;
    }

    Map<String, Object> figures(int jobs) {
        return figures(jobs, seconds());
    }

    /// Since it was started.
    double seconds() {
        return (System.nanoTime() - nanoTime) / 1e9;
    }

    /// The server counts late: what happened within the last second may be missing. What a meter
    /// itself asked at its start is left out; to be asked before the other figures.
    long commitsSince() {
        return database.number(COMMITS) - commits - OF_A_QUESTION;
    }

    private static long ownTime() {
        return ((com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /// User, nice, system and interrupts; what others had on the same host is left out.
    private static long allTime() {
        if (!Files.exists(KERNEL)) {
            return ownTime();
        }
        try (var lines = Files.lines(KERNEL)) {
            var ticks = lines.findFirst().orElseThrow().trim().split("\\s+", -1);
            return Stream.of(1, 2, 3, 6, 7).mapToLong(n -> Long.parseLong(ticks[n])).sum()
                    * NANOS_PER_TICK;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
