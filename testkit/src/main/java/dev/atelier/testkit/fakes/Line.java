package dev.atelier.testkit.fakes;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The order of jobs that are due: by priority, then by fair turn, then by age.
///
/// A turn is a start tag of start-time fair queuing (Goyal, Vin, Cheng 1996), given when a job
/// joins the line. The clock of a priority stands at the highest turn that it has started so far,
/// but never behind the first in its line; who joins comes one after that, or one after their own
/// last waiting job.
final class Line {

    static final Comparator<Row> ORDER =
            Comparator.comparingInt(Row::priority)
                    .reversed()
                    .thenComparingLong(Row::turn)
                    .thenComparing(row -> row.job().id().value());

    private final Map<Integer, Long> started = new HashMap<>();

    /// Gives a turn to each job that has fallen due.
    void admit(Collection<Row> rows, Instant now) {
        var arrivals =
                rows.stream()
                        .filter(row -> row.turn() == Row.NO_TURN && row.isDue(now))
                        .sorted(
                                Comparator.comparing(Row::dueSince)
                                        .thenComparing(row -> row.job().id().value()))
                        .toList();
        arrivals.forEach(row -> row.join(turnFor(row, rows)));
    }

    private long turnFor(Row arrival, Collection<Row> rows) {
        List<Row> ahead = rows.stream().filter(row -> isPeer(row, arrival)).toList();
        var first = ahead.stream().mapToLong(Row::turn).min().orElse(1);
        var clock = Math.max(started.getOrDefault(arrival.priority(), 0L), first - 1);
        var ownLast =
                ahead.stream()
                        .filter(row -> row.job().owner().equals(arrival.job().owner()))
                        .mapToLong(Row::turn)
                        .max()
                        .orElse(0);
        return Math.max(clock, ownLast) + 1;
    }

    private static boolean isPeer(Row row, Row arrival) {
        return row.isQueued() && row.turn() != Row.NO_TURN && row.priority() == arrival.priority();
    }

    void serve(Row row) {
        started.merge(row.priority(), row.turn(), Math::max);
    }
}
