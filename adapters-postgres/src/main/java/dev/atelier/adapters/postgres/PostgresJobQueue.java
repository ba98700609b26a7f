package dev.atelier.adapters.postgres;

import dev.atelier.application.port.out.JobLog.Trace;
import dev.atelier.application.port.out.JobQueue;
import dev.atelier.application.port.out.OpenClaim;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobEvent.JobStarted;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.JobState.Running;
import dev.atelier.domain.job.Transition;
import dev.atelier.domain.job.WorkerId;

import io.helidon.dbclient.DbRow;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The line, as the partial indexes of `ai_jobs` keep it.
final class PostgresJobQueue implements JobQueue {

    private final Transactions transactions;
    private final Wakeups wakeups;
    private final Duration lease;
    private final @Nullable Integer jobsPerUser;
    private final Handover handover;
    private final int shard;

    PostgresJobQueue(
            Transactions transactions,
            Wakeups wakeups,
            Duration lease,
            @Nullable Integer jobsPerUser,
            Handover handover,
            int shard) {
        this.transactions = transactions;
        this.wakeups = wakeups;
        this.lease = lease;
        this.jobsPerUser = jobsPerUser;
        this.handover = handover;
        this.shard = shard;
    }

    @Override
    public List<AIJob> claim(WorkerId worker, int room) {
        var claimed = transactions.inOne(sql -> claimed(sql, worker, room));
        wakeups.moved(claimed.jobs().stream().map(PostgresJobQueue::started).toList());
        wakeups.movedUnread(claimed.unreadable());
        return claimed.jobs();
    }

    private record Claimed(List<AIJob> jobs, List<Trace> unreadable) {}

    private Claimed claimed(Sql sql, WorkerId worker, int room) {
        Admission.admit(sql);
        var claimed = new Claimed(new ArrayList<>(), new ArrayList<>());
        for (var row : rows(sql, worker, room)) {
            JobRow.readable(row)
                    .ifPresentOrElse(
                            claimed.jobs()::add,
                            () -> {
                                setAside(sql, new Cells(row));
                                TraceRow.readable(new Cells(row))
                                        .ifPresent(claimed.unreadable()::add);
                            });
        }
        return claimed;
    }

    private static Transition started(AIJob claimed) {
        if (claimed.state() instanceof Running(var worker, var at)) {
            return new Transition(claimed, new JobStarted(worker, at));
        }
        throw new IllegalStateException("job " + claimed.id() + " was claimed and does not run");
    }

    private List<DbRow> rows(Sql sql, WorkerId worker, int room) {
        var claim =
                jobsPerUser == null
                        ? sql.createQuery(QueueSql.CLAIM)
                        : sql.createQuery(QueueSql.CLAIM_WITHIN_THE_LIMIT)
                                .addParam("jobs_per_user", jobsPerUser);
        return claim.addParam("worker", worker.toString())
                .addParam("room", room)
                .addParam("shard", shard)
                .execute()
                .toList();
    }

    /// One row that cannot be read must not keep all others from being worked on.
    private static void setAside(Sql sql, Cells row) {
        sql.createGet(QueueSql.SET_ASIDE)
                .addParam("user_id", row.text("user_id"))
                .addParam("id", row.uuid("id").toString())
                .execute();
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
    public List<AIJob> held(WorkerId worker, Collection<AIJob> known) {
        return transactions.each(
                sql -> {
                    var held = sql.createQuery(QueueSql.HELD).addParam("worker", worker.toString());
                    new Columns<>(held, List.copyOf(known))
                            .bind("known_id", AIJob::id)
                            .bind("known_version", AIJob::version);
                    return readable(held);
                });
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

    private static List<AIJob> readable(Sql.Call<Stream<DbRow>> query) {
        return query.execute().map(JobRow::readable).flatMap(Optional::stream).toList();
    }
}
