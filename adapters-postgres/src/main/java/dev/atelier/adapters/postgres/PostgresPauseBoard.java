package dev.atelier.adapters.postgres;

import dev.atelier.application.port.in.SteerWork.Pause;
import dev.atelier.application.port.out.PauseBoard;
import dev.atelier.domain.job.UserId;

import io.helidon.dbclient.DbRow;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A row for each pause; whoever changes one tells all nodes to look.
final class PostgresPauseBoard implements PauseBoard {

    private static final String ALL_WORK = "";

    private final Transactions transactions;
    private final Wakeups wakeups;

    PostgresPauseBoard(Transactions transactions, Wakeups wakeups) {
        this.transactions = transactions;
        this.wakeups = wakeups;
    }

    @Override
    public List<Pause> pauses() {
        return transactions.each(
                sql ->
                        sql.createQuery(PauseSql.ALL)
                                .execute()
                                .map(PostgresPauseBoard::read)
                                .toList());
    }

    private static Pause read(DbRow row) {
        var cells = new Cells(row);
        var provider = cells.text("provider");
        return new Pause(
                provider.equals(ALL_WORK) ? null : provider,
                cells.textOrNull("reason"),
                new UserId(cells.text("by_user")),
                cells.instant("since"));
    }

    @Override
    public void put(UserId by, @Nullable String provider, @Nullable String reason) {
        transactions.each(
                sql ->
                        sql.createDmlStatement(PauseSql.PUT)
                                .addParam("provider", stored(provider))
                                .addParam("reason", reason)
                                .addParam("by_user", by.value())
                                .execute());
        wakeups.lookAgain();
    }

    @Override
    public boolean remove(@Nullable String provider) {
        var removed =
                transactions.each(
                        sql ->
                                sql.createDmlStatement(PauseSql.REMOVE)
                                        .addParam("provider", stored(provider))
                                        .execute());
        wakeups.lookAgain();
        return removed > 0;
    }

    private static String stored(@Nullable String provider) {
        return provider == null ? ALL_WORK : provider;
    }
}
