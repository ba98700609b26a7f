package dev.atelier.adapters.postgres;

import dev.atelier.application.port.in.JobStats;
import dev.atelier.application.port.in.JobStats.Hour;
import dev.atelier.domain.job.Spending;

import io.helidon.dbclient.DbRow;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Rows of `ai_job_stats`, added up.
final class StatsRow {

    private static final int HOURS = 24;
    private static final double MICROS = 1e6;

    private StatsRow() {}

    static Histogram histogram(Stream<DbRow> buckets) {
        var histogram = new Histogram();
        buckets.map(Cells::new)
                .forEach(row -> histogram.add(row.integer("bucket"), row.number("jobs")));
        return histogram;
    }

    /// What changed in one hour: `queued` is by how much.
    static Hour change(DbRow row) {
        var cells = new Cells(row);
        return new Hour(
                cells.instant("hour"),
                cells.number("completed"),
                cells.number("failed"),
                average(cells.number("wait_micros"), cells.number("starts")),
                average(cells.number("run_micros"), cells.number("completed")),
                cells.number("queued"),
                spent(cells));
    }

    private static Spending spent(Cells sums) {
        return new Spending(
                sums.number("input_tokens"),
                sums.number("output_tokens"),
                sums.exact("cost_usd"),
                sums.number("priced_calls"),
                sums.number("unpriced_calls"));
    }

    static JobStats stats(
            Cells totals,
            Histogram runs,
            @Nullable Double oldestQueued,
            Map<Instant, Hour> changes) {
        return new JobStats(
                totals.number("queued"),
                totals.number("processing"),
                totals.number("completed"),
                totals.number("failed"),
                totals.number("cancelled"),
                average(totals.number("run_micros"), totals.number("completions")),
                runs.quantileSeconds(0.5),
                runs.quantileSeconds(0.95),
                average(totals.number("wait_micros"), totals.number("starts")),
                oldestQueued == null ? null : Math.max(0, oldestQueued),
                spent(totals),
                lastDay(totals.instant("now"), totals.number("queued"), changes));
    }

    private static @Nullable Double average(long micros, long count) {
        return count == 0 ? null : (double) micros / MICROS / (double) count;
    }

    /// Back from now: before an hour, what it changed had not changed.
    private static List<Hour> lastDay(Instant now, long queued, Map<Instant, Hour> changes) {
        var current = now.truncatedTo(ChronoUnit.HOURS);
        var hours = new ArrayDeque<Hour>(HOURS);
        var waiting = queued;
        for (var n = 0; n < HOURS; n++) {
            var hour = current.minus(n, ChronoUnit.HOURS);
            var change = changes.getOrDefault(hour, none(hour));
            hours.addFirst(ended(change, Math.max(0, waiting)));
            waiting -= change.queued();
        }
        return List.copyOf(hours);
    }

    private static Hour none(Instant hour) {
        return new Hour(hour, 0, 0, null, null, 0, Spending.NONE);
    }

    private static Hour ended(Hour change, long queued) {
        return new Hour(
                change.hour(),
                change.completed(),
                change.failed(),
                change.averageWaitSeconds(),
                change.averageProcessingSeconds(),
                queued,
                change.spent());
    }
}
