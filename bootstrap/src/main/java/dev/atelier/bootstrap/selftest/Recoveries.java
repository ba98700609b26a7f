package dev.atelier.bootstrap.selftest;

import dev.atelier.adapters.postgres.witness.Takeover;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How long jobs stood still that were taken from a worker that met a fault: from the fault, or
/// from the start of the job if that came later, to the moment when it ran again. In rising order.
record Recoveries(List<Duration> times) {

    Recoveries {
        times = times.stream().sorted().toList();
    }

    /// A job that never ran again counts for nothing here: the tally tells of it.
    static Recoveries of(Collection<Harm> harms, Collection<Takeover> takeovers) {
        return new Recoveries(
                takeovers.stream().flatMap(takeover -> of(harms, takeover).stream()).toList());
    }

    private static Optional<Duration> of(Collection<Harm> harms, Takeover takeover) {
        var again = takeover.againAt();
        return again == null
                ? Optional.empty()
                : harms.stream()
                        .filter(harm -> harm.worker().equals(takeover.from()))
                        .map(Harm::at)
                        .filter(at -> !at.isAfter(takeover.takenAt()))
                        .max(Comparator.naturalOrder())
                        .map(at -> Duration.between(later(at, takeover.startedAt()), again));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /// The least time that so many hundredths of all do not exceed; none of nothing.
    Optional<Duration> percentile(int hundredths) {
        if (times.isEmpty()) {
            return Optional.empty();
        }
        var rank = (int) Math.ceil(times.size() * hundredths / 100.0);
        return Optional.of(times.get(Math.max(rank, 1) - 1));
    }
}
