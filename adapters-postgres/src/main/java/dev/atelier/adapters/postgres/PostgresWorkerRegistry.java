package dev.atelier.adapters.postgres;

import dev.atelier.application.port.out.WorkerRegistry;
import dev.atelier.domain.job.WorkerId;

import java.time.Duration;

/// Leases in `workers`.
final class PostgresWorkerRegistry implements WorkerRegistry {

    private final Transactions transactions;
    private final Duration lease;

    PostgresWorkerRegistry(Transactions transactions, Duration lease) {
        this.transactions = transactions;
        this.lease = lease;
    }

    @Override
    public void join(WorkerId worker, int slots) {
        transactions.each(
                sql ->
                        sql.createDmlStatement(WorkerSql.JOIN)
                                .addParam("id", worker.toString())
                                .addParam("slots", slots)
                                .execute());
    }

    @Override
    public boolean beat(WorkerId worker) {
        var beaten =
                transactions.each(
                        sql ->
                                sql.createDmlStatement(WorkerSql.BEAT)
                                        .addParam("id", worker.toString())
                                        .execute());
        return beaten == 1;
    }

    @Override
    public void leave(WorkerId worker) {
        transactions.each(
                sql ->
                        sql.createDmlStatement(WorkerSql.LEAVE)
                                .addParam("id", worker.toString())
                                .execute());
    }

    @Override
    public void forgetSilent() {
        transactions.each(
                sql ->
                        sql.createDmlStatement(WorkerSql.FORGET_SILENT)
                                .addParam("lease", lease.toString())
                                .execute());
    }
}
