package dev.atelier.adapters.postgres;

import dev.atelier.application.loop.Loop;
import dev.atelier.application.loop.WakeUp;

import java.time.Duration;

/// Counts what was noted of moves, seconds later, while this node moves jobs; and once at its
/// start, in case that another was stopped before it did. Whoever reads the statistics sees both
/// what is counted and what is noted.
final class Accounting implements AutoCloseable {

    private static final int NOTES_AT_ONCE = 1_000;
    private static final Duration BETWEEN_TWO = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Transactions transactions;
    private final Loop loop = new Loop("atelier-accounting", new WakeUp(), this::round);
    private volatile boolean noted = true;

    Accounting(Transactions transactions) {
        this.transactions = transactions;
    }

    void start() {
        loop.start();
    }

    /// There is something new to count.
    void noted() {
        noted = true;
    }

    private Duration round() {
        if (noted) {
            noted = false;
            countOrRemember();
        }
        return BETWEEN_TWO;
    }

    private void countOrRemember() {
        try {
            countAll();
        } catch (RuntimeException failure) {
            noted = true;
            throw failure;
        }
    }

    /// Returns when everything is counted that was noted before the call.
    void countAll() {
        while (count() == NOTES_AT_ONCE) {}
    }

    private long count() {
        return transactions.each(
                sql ->
                        sql.createGet(MovesSql.COUNT)
                                .addParam("limit", NOTES_AT_ONCE)
                                .execute()
                                .map(row -> new Cells(row).number("notes"))
                                .orElse(0L));
    }

    @Override
    public void close() {
        loop.stop();
        try {
            loop.awaitEnd(PATIENCE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
