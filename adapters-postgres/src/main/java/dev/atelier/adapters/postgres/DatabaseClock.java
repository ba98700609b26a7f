package dev.atelier.adapters.postgres;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// The database's time without asking it each time, so that all nodes agree on what is late: our
/// own clock, and what it was off by when last compared. In whole microseconds, as the database
/// keeps them.
final class DatabaseClock implements InstantSource {

    private static final String NOW = "select clock_timestamp() as now";

    private final Transactions transactions;
    private final InstantSource own;
    private volatile Duration ahead = Duration.ZERO;

    DatabaseClock(Transactions transactions, InstantSource own) {
        this.transactions = transactions;
        this.own = own;
    }

    /// Compares the clocks. The answer was written half a round trip ago, give or take as much.
    void follow() {
        var asked = own.instant();
        var theirs =
                transactions.each(
                        sql ->
                                sql.createGet(NOW)
                                        .execute()
                                        .map(row -> new Cells(row).instant("now"))
                                        .orElseThrow());
        var answered = own.instant();
        var middle = asked.plus(Duration.between(asked, answered).dividedBy(2));
        ahead = Duration.between(middle, theirs);
    }

    @Override
    public Instant instant() {
        return own.instant().plus(ahead).truncatedTo(ChronoUnit.MICROS);
    }
}
