package dev.atelier.bootstrap.selftest;

import java.time.Duration;
import java.util.List;

/// What a worker process is told when it is started.
///
/// @param schema where the jobs are
/// @param work how long a job takes on average
public record Task(String schema, Duration lease, Duration work) {

    /// Jobs that one process runs at once.
    public static final int SLOTS = 20;

    /// What a process says before the id under which it works.
    public static final String WORKS_AS = "works as ";

    private static final String COMMAND = "selftest-worker";

    public static Task of(List<String> words) {
        return new Task(words.get(0), Duration.parse(words.get(1)), Duration.parse(words.get(2)));
    }

    /// The command that starts a process with this task.
    List<String> command() {
        return List.of(COMMAND, schema, lease.toString(), work.toString(), "--with-parent");
    }
}
