package dev.atelier.bootstrap;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a process can be asked to do.
enum Command {
    SERVE("serve", "answer requests and run jobs (default)", "start"),
    WORKER("worker", "run jobs; answer /health and /metrics only", "start"),
    API("api", "answer requests; leave the jobs to workers", "start"),
    MIGRATE("migrate", "bring the tables up to date, and end", "migrate"),
    SELFTEST("selftest", "prove on the database that nothing is lost", "test itself"),
    SELFTEST_WORKER("selftest-worker", "", "work"),
    VERSION("--version", "tell the version", "tell its version"),
    HELP("--help", "tell this", "help");

    private final String word;
    private final String summary;
    private final String deed;

    /// @param summary empty for what only a process of ours asks of another
    Command(String word, String summary, String deed) {
        this.word = word;
        this.summary = summary;
        this.deed = deed;
    }

    static Optional<Command> named(String word) {
        return Arrays.stream(values()).filter(command -> command.word.equals(word)).findFirst();
    }

    /// What it cannot do if a setting is wrong.
    String deed() {
        return deed;
    }

    static List<String> help() {
        return Arrays.stream(values())
                .filter(command -> !command.summary.isEmpty())
                .map(command -> "  %-10s %s".formatted(command.word, command.summary))
                .toList();
    }
}
