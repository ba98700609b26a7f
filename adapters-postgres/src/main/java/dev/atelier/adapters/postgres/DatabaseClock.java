package dev.atelier.adapters.postgres;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import java.util.function.Supplier;

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

    /// Compares the clocks.
    void follow() {
        follow(
                () ->
                        transactions.each(
                                sql ->
                                        sql.createGet(NOW)
                                                .execute()
                                                .map(row -> new Cells(row).instant("now"))
                                                .orElseThrow()),
                Function.identity());
    }

    /// Compares the clocks by what else is asked. An answer was written half a round trip ago, give
    /// or take as much.
    ///
    /// @param time what an answer tells of the database's time
    <R> R follow(Supplier<R> question, Function<R, Instant> time) {
        var asked = own.instant();
        var answer = question.get();
        var answered = own.instant();
        var middle = asked.plus(Duration.between(asked, answered).dividedBy(2));
        ahead = Duration.between(middle, time.apply(answer));
        return answer;
    }

    @Override
    public Instant instant() {
        return own.instant().plus(ahead).truncatedTo(ChronoUnit.MICROS);
    }
}
