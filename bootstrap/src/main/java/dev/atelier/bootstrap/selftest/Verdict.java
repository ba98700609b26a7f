package dev.atelier.bootstrap.selftest;

import dev.atelier.adapters.postgres.witness.Tally;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// What the test has shown.
///
/// @param submitted jobs whose submission was acknowledged, each once
/// @param took how long all of it took
record Verdict(Options options, long submitted, Tally tally, Recoveries recoveries, Duration took) {

    private static final Duration MARGIN = Duration.ofSeconds(5);

    long lost() {
        return Math.max(0, submitted - tally.completed());
    }

    /// A job that was made twice by one submission is one of them.
    long finishedTwice() {
        return tally.finishedTwice() + Math.max(0, tally.jobs() - submitted);
    }

    /// What a job may stand still at most, but for one in a hundred.
    Duration allowed() {
        return options.lease().plus(MARGIN);
    }

    private boolean recoversInTime() {
        return recoveries.percentile(99).map(p99 -> p99.compareTo(allowed()) <= 0).orElse(true);
    }

    boolean passed() {
        return lost() == 0 && finishedTwice() == 0 && recoversInTime();
    }

    List<String> lines() {
        return List.of(
                "submitted       " + submitted,
                "completed       " + tally.completed(),
                "lost            " + lost(),
                "finished twice  " + finishedTwice(),
                "taken over      " + recoveries.times().size(),
                "recovery p50    " + time(50),
                "recovery p99    " + time(99) + " (allowed: " + seconds(allowed()) + ")",
                "took            " + seconds(took),
                passed() ? "passed" : "FAILED");
    }

    private String time(int hundredths) {
        return recoveries.percentile(hundredths).map(Verdict::seconds).orElse("-");
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
