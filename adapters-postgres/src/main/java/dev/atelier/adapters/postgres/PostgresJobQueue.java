package dev.atelier.adapters.postgres;

import dev.atelier.application.port.out.JobQueue;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.WorkerId;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The line, as the partial indexes of `ai_jobs` keep it.
final class PostgresJobQueue implements JobQueue {

    /// So many delayed jobs join the line before a claim at most; the next claim goes on from
    /// there.
    private static final int ADMITTED_AT_ONCE = 500;

    private final Transactions transactions;
    private final Duration lease;
    private final @Nullable Integer jobsPerUser;
    private final int shard;

    PostgresJobQueue(
            Transactions transactions, Duration lease, @Nullable Integer jobsPerUser, int shard) {
        this.transactions = transactions;
        this.lease = lease;
        this.jobsPerUser = jobsPerUser;
        this.shard = shard;
    }

    @Override
    public List<AIJob> claim(WorkerId worker, int room) {
        admit();
        return transactions.each(
                sql -> {
                    var claim =
                            jobsPerUser == null
                                    ? sql.createQuery(QueueSql.CLAIM)
                                    : sql.createQuery(QueueSql.CLAIM_WITHIN_THE_LIMIT)
                                            .addParam("jobs_per_user", jobsPerUser);
                    return claim.addParam("worker", worker.toString())
                            .addParam("room", room)
                            .addParam("shard", shard)
                            .execute()
                            .map(JobRow::read)
                            .toList();
                });
    }

    private void admit() {
        transactions.each(
                sql ->
                        sql.createDmlStatement(QueueSql.ADMIT)
                                .addParam("limit", ADMITTED_AT_ONCE)
                                .execute());
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
    public List<AIJob> abandoned(int limit) {
        return transactions.each(
                sql ->
                        sql.createQuery(QueueSql.ABANDONED)
                                .addParam("lease", lease.toString())
                                .addParam("limit", limit)
                                .execute()
                                .map(JobRow::read)
                                .toList());
    }

    @Override
    public List<AIJob> expired(int limit) {
        return transactions.each(
                sql ->
                        sql.createQuery(QueueSql.EXPIRED)
                                .addParam("limit", limit)
                                .execute()
                                .map(JobRow::read)
                                .toList());
    }
}
