package dev.atelier.bootstrap.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;

/// What another JVM holds, as `jcmd` and the system tell.
final class Vitals {

    private static final Pattern HEAP =
            Pattern.compile("(?m)^(?!.*(?:Metaspace|class space)).*used (\\d+)K");
    private static final Pattern THREADS = Pattern.compile("java\\.threads\\.live=(\\d+)");

    private final long pid;

    Vitals(long pid) {
        this.pid = pid;
    }

    /// @param heapMb after a full collection
    /// @param threads of the platform; virtual ones are on the heap
    /// @param files open files and sockets; 0 where the system does not tell
    record Reading(long heapMb, long threads, long files) {}

    Reading read() throws IOException {
        jcmd("GC.run");
        var kilobytes =
                HEAP.matcher(jcmd("GC.heap_info"))
                        .results()
                        .mapToLong(it -> Long.parseLong(it.group(1)))
                        .sum();
        var threads = THREADS.matcher(jcmd("PerfCounter.print"));
        if (kilobytes == 0 || !threads.find()) {
            throw new IOException("jcmd tells nothing of heap or threads");
        }
        return new Reading(kilobytes / 1024, Long.parseLong(threads.group(1)), files());
    }

    private long files() throws IOException {
        var folder = Path.of("/proc", Long.toString(pid), "fd");
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (var open = Files.list(folder)) {
            return open.count();
        }
    }

    private String jcmd(String command) throws IOException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process =
                new ProcessBuilder(Arrays.asList(jcmd, Long.toString(pid), command))
                        .redirectErrorStream(true)
                        .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
