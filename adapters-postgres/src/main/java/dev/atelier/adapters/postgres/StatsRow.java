package dev.atelier.adapters.postgres;

import dev.atelier.application.port.in.JobStats;
import dev.atelier.application.port.in.JobStats.Hour;
import dev.atelier.domain.job.Spending;

import io.helidon.dbclient.DbRow;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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

    static Hour hour(DbRow row) {
        var cells = new Cells(row);
        return new Hour(
                cells.instant("hour"),
                cells.number("completed"),
                cells.number("failed"),
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
            Cells totals, Histogram runs, @Nullable Double oldestQueued, Map<Instant, Hour> hours) {
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
                lastDay(totals.instant("now"), hours));
    }

    private static @Nullable Double average(long micros, long count) {
        return count == 0 ? null : (double) micros / MICROS / (double) count;
    }

    private static List<Hour> lastDay(Instant now, Map<Instant, Hour> hours) {
        var current = now.truncatedTo(ChronoUnit.HOURS);
        return IntStream.range(0, HOURS)
                .mapToObj(n -> current.minus(HOURS - 1 - n, ChronoUnit.HOURS))
                .map(hour -> hours.getOrDefault(hour, new Hour(hour, 0, 0, Spending.NONE)))
                .toList();
    }
}
