package dev.atelier.adapters.postgres;

import dev.atelier.application.port.out.JobQueue;
import dev.atelier.application.port.out.OpenClaim;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.WorkerId;

import io.helidon.dbclient.DbStatementQuery;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The line, as the partial indexes of `ai_jobs` keep it.
final class PostgresJobQueue implements JobQueue {

    private final Transactions transactions;
    private final Wakeups wakeups;
    private final Duration lease;
    private final Claims claims;
    private final Handover handover;
    private final int shard;

    PostgresJobQueue(
            Transactions transactions,
            Wakeups wakeups,
            Duration lease,
            Claims claims,
            Handover handover,
            int shard) {
        this.transactions = transactions;
        this.wakeups = wakeups;
        this.lease = lease;
        this.claims = claims;
        this.handover = handover;
        this.shard = shard;
    }

    @Override
    public List<AIJob> claim(WorkerId worker, int room) {
        var claimed =
                transactions.inOne(
                        sql -> {
                            Admission.admit(sql);
                            return claims.take(sql, worker, room, shard);
                        });
        wakeups.moved(claimed.started());
        wakeups.movedUnread(claimed.unreadable());
        return claimed.jobs();
    }

    @Override
    public void leaveOpen(OpenClaim claim) {
        handover.leaveOpen(claim);
    }

    @Override
    public Optional<Instant> nextDue() {
        return transactions.each(
                sql ->
                        sql.createGet(QueueSql.NEXT_DUE)
                                .execute()
                                .map(row -> new Cells(row).instantOrNull("due")));
    }

    @Override
    public Set<JobId> lost(WorkerId worker, Collection<AIJob> held) {
        if (held.isEmpty()) {
            return Set.of();
        }
        return transactions.each(
                sql -> {
                    var lost = sql.createQuery(QueueSql.LOST).addParam("worker", worker.toString());
                    new Columns<>(lost, List.copyOf(held))
                            .bind("user_id", job -> job.owner().value())
                            .bind("id", AIJob::id)
                            .bind("version", AIJob::version);
                    return lost.execute()
                            .map(row -> new JobId(new Cells(row).uuid("id")))
                            .collect(Collectors.toSet());
                });
    }

    @Override
    public List<AIJob> held(WorkerId worker) {
        return transactions.each(
                sql ->
                        readable(
                                sql.createQuery(QueueSql.HELD)
                                        .addParam("worker", worker.toString())));
    }

    @Override
    public List<AIJob> abandoned(int limit) {
        return transactions.each(
                sql ->
                        readable(
                                sql.createQuery(QueueSql.ABANDONED)
                                        .addParam("lease", lease.toString())
                                        .addParam("limit", limit)));
    }

    @Override
    public List<AIJob> expired(int limit) {
        return transactions.each(
                sql -> readable(sql.createQuery(QueueSql.EXPIRED).addParam("limit", limit)));
    }

    private static List<AIJob> readable(DbStatementQuery query) {
        return query.execute().map(JobRow::readable).flatMap(Optional::stream).toList();
    }
}
