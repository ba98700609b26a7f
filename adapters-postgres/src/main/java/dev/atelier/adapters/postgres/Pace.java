package dev.atelier.adapters.postgres;

import dev.atelier.application.port.in.JobDetails.Estimate;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// How fast the line moves, by what ran lately. Looked up once a second at most, since everybody
/// who waits asks.
final class Pace {

    private static final int ENOUGH_RUNS = 20;
    private static final Duration FRESH = Duration.ofSeconds(1);

    private record Measured(long slots, Histogram runs, Instant at) {}

    private final Transactions transactions;
    private final InstantSource clock;
    private final Duration lease;
    private final AtomicReference<@Nullable Measured> last = new AtomicReference<>();

    Pace(Transactions transactions, InstantSource clock, Duration lease) {
        this.transactions = transactions;
        this.clock = clock;
        this.lease = lease;
    }

    /// @return null where too few jobs ran lately to tell, or nobody is there to run any
    @Nullable Estimate startOf(int position) {
        var measured = measured();
        var median = measured.runs().quantileSeconds(0.5);
        var slow = measured.runs().quantileSeconds(0.9);
        if (measured.slots() == 0
                || measured.runs().total() < ENOUGH_RUNS
                || median == null
                || slow == null) {
            return null;
        }
        var rounds = (double) (1 + position / measured.slots());
        return new Estimate(in(rounds * median), in(rounds * slow));
    }

    private Instant in(double seconds) {
        return clock.instant().plusMillis(Math.round(seconds * 1000));
    }

    private Measured measured() {
        var now = clock.instant();
        var known = last.get();
        if (known != null && now.isBefore(known.at().plus(FRESH))) {
            return known;
        }
        var measured = new Measured(slots(), runs(), now);
        last.set(measured);
        return measured;
    }

    private long slots() {
        return transactions.each(
                sql ->
                        sql.createGet(WorkerSql.LIVE_SLOTS)
                                .addParam("lease", lease.toString())
                                .execute()
                                .map(row -> new Cells(row).number("slots"))
                                .orElse(0L));
    }

    private Histogram runs() {
        return transactions.each(
                sql -> StatsRow.histogram(sql.createQuery(StatsSql.RECENT_BUCKETS).execute()));
    }
}
