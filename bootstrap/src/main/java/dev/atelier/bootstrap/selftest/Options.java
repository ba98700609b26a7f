package dev.atelier.bootstrap.selftest;

import java.time.Duration;
import java.util.List;

/// How hard the test is.
///
/// @param jobs that are submitted
/// @param kills of worker processes, by SIGKILL
/// @param freezes of worker processes beyond their lease, by SIGSTOP
/// @param cuts of all connections of a worker process and of those who submit
/// @param seed of the plan: the same seed, the same faults
public record Options(int jobs, int kills, int freezes, int cuts, Duration lease, int seed) {

    public static final Options USUAL = new Options(10_000, 20, 10, 10, Duration.ofSeconds(5), 1);

    private static final int MOST_JOBS = 1_000_000;
    private static final int MOST_FAULTS = 1_000;
    private static final int LONGEST_LEASE = 300;

    /// The options as the operator gave them: `--jobs 1000` or `--jobs=1000`.
    ///
    /// @throws IllegalArgumentException naming what cannot be understood
    public static Options parse(List<String> words) {
        var options = USUAL;
        var rest = words.stream().flatMap(word -> List.of(word.split("=", 2)).stream()).toList();
        for (int i = 0; i < rest.size(); i += 2) {
            if (i + 1 == rest.size()) {
                throw new IllegalArgumentException(rest.get(i) + " needs a value");
            }
            options = options.with(rest.get(i), rest.get(i + 1));
        }
        return options;
    }

    private Options with(String name, String value) {
        return switch (name) {
            case "--jobs" ->
                    new Options(
                            number(name, value, 1, MOST_JOBS), kills, freezes, cuts, lease, seed);
            case "--kills" ->
                    new Options(
                            jobs, number(name, value, 0, MOST_FAULTS), freezes, cuts, lease, seed);
            case "--freezes" ->
                    new Options(
                            jobs, kills, number(name, value, 0, MOST_FAULTS), cuts, lease, seed);
            case "--cuts" ->
                    new Options(
                            jobs, kills, freezes, number(name, value, 0, MOST_FAULTS), lease, seed);
            case "--lease" -> {
                var seconds = number(name, value.replaceFirst("s$", ""), 1, LONGEST_LEASE);
                yield new Options(jobs, kills, freezes, cuts, Duration.ofSeconds(seconds), seed);
            }
            case "--seed" ->
                    new Options(
                            jobs,
                            kills,
                            freezes,
                            cuts,
                            lease,
                            number(name, value, 0, Integer.MAX_VALUE));
            default -> throw new IllegalArgumentException("selftest does not take " + name);
        };
    }

    private static int number(String name, String value, int least, int most) {
        if (value.matches("\\d{1,9}")) {
            var number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new IllegalArgumentException(
                name + " " + value + ": must be a whole number from " + least + " to " + most);
    }

    int faults() {
        return kills + freezes + cuts;
    }
}
