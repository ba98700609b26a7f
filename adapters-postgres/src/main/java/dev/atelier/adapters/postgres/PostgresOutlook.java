package dev.atelier.adapters.postgres;

import dev.atelier.application.port.out.Outlook;

import io.helidon.dbclient.DbRow;

import java.time.Duration;
import java.time.Instant;

/// One statement, whose answer also sets our clock by the database's.
final class PostgresOutlook implements Outlook {

    private final Transactions transactions;
    private final DatabaseClock clock;

    PostgresOutlook(Transactions transactions, DatabaseClock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    private record Dated(Sight sight, Instant now) {}

    @Override
    public Sight look(Duration soon) {
        return clock.follow(() -> ask(soon), Dated::now).sight();
    }

    private Dated ask(Duration soon) {
        return transactions.each(
                sql ->
                        sql.createGet(OutlookSql.LOOK)
                                .addParam("soon", soon.toString())
                                .execute()
                                .map(PostgresOutlook::read)
                                .orElseThrow());
    }

    private static Dated read(DbRow row) {
        var cells = new Cells(row);
        var sight =
                new Sight(
                        cells.flag("waiting"),
                        cells.flag("running"),
                        cells.flag("expired"),
                        cells.flag("announcing"),
                        cells.flag("paused"));
        return new Dated(sight, cells.instant("now"));
    }
}
