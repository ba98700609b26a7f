package dev.atelier.adapters.postgres;

import dev.atelier.application.port.out.JobRetention;
import dev.atelier.application.port.out.Retention;
import dev.atelier.domain.job.UserId;

import io.helidon.dbclient.DbRow;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Forgets what is old, a batch at a time; nodes that do so at once skip one another's batch.
final class PostgresJobRetention implements JobRetention {

    private static final int FOLDED_AT_ONCE = 2_000;
    private static final int ERASED_AT_ONCE = 500;

    private final Transactions transactions;
    private final Accounting accounting;
    private final int shard;

    PostgresJobRetention(Transactions transactions, Accounting accounting, int shard) {
        this.transactions = transactions;
        this.accounting = accounting;
        this.shard = shard;
    }

    @Override
    public int purge(Retention kept, int limit) {
        accounting.countAll();
        foldStatistics();
        var purged =
                purge(
                        RetentionSql.PURGE_KEPT,
                        limit,
                        it ->
                                it.addParam("completed", kept.completed().toString())
                                        .addParam("failed", kept.failed().toString())
                                        .addParam("cancelled", kept.cancelled().toString()));
        if (purged < limit) {
            subtractForgotten(null);
        }
        return purged;
    }

    /// @param owner all, if null
    private void subtractForgotten(@Nullable UserId owner) {
        var user = owner == null ? null : owner.value();
        long users;
        do {
            users =
                    transactions.each(
                            sql ->
                                    sql.createDmlStatement(StatsSql.SUBTRACT)
                                            .addParam("user_id", user)
                                            .addParam("limit", FOLDED_AT_ONCE)
                                            .execute());
        } while (users > 0);
    }

    @Override
    public int purge(Duration age, int limit) {
        return purge(Retention.of(age), limit);
    }

    @Override
    public int purge(UserId owner, Duration age, int limit) {
        return purge(
                RetentionSql.PURGE_OF_USER,
                limit,
                it -> it.addParam("age", age.toString()).addParam("user_id", owner.value()));
    }

    private int purge(
            String statement, int limit, UnaryOperator<Sql.Call<Optional<DbRow>>> narrowed) {
        return transactions.each(
                sql ->
                        narrowed.apply(sql.createGet(statement))
                                .addParam("limit", limit)
                                .addParam("shard", shard)
                                .execute()
                                .map(row -> new Cells(row).integer("jobs"))
                                .orElse(0));
    }

    @Override
    public int erase(UserId owner) {
        int total = 0;
        int deleted;
        do {
            deleted =
                    purge(
                            RetentionSql.ERASE,
                            ERASED_AT_ONCE,
                            it -> it.addParam("user_id", owner.value()));
            total += deleted;
        } while (deleted > 0);
        forget(RetentionSql.ERASE_TRACES, owner);
        accounting.countAll();
        subtractForgotten(owner);
        forget(StatsSql.ERASE, owner);
        return total;
    }

    private void forget(String statement, UserId owner) {
        transactions.each(
                sql ->
                        sql.createDmlStatement(statement)
                                .addParam("user_id", owner.value())
                                .execute());
    }

    private void foldStatistics() {
        transactions.each(
                sql ->
                        sql.createDmlStatement(StatsSql.FOLD)
                                .addParam("limit", FOLDED_AT_ONCE)
                                .execute());
    }

    @Override
    public int purgeKeys(int limit) {
        return Math.toIntExact(
                transactions.each(
                        sql ->
                                sql.createDmlStatement(RetentionSql.PURGE_KEYS)
                                        .addParam("limit", limit)
                                        .execute()));
    }
}
