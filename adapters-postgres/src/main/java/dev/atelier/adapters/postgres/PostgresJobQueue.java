package dev.atelier.adapters.postgres;

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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

    private static final Logger LOG = LoggerFactory.getLogger(PostgresJobQueue.class);

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
        var claimed = readOrSetAside(claimed(worker, room), worker);
        wakeups.moved(claimed.stream().map(PostgresJobQueue::started).toList());
        return claimed;
    }

    /// Most often nobody has to join the line before, and one statement is all.
    private List<DbRow> claimed(WorkerId worker, int room) {
        var rows = transactions.each(sql -> rows(sql, worker, room, false));
        if (new Cells(rows.getFirst()).flag("unadmitted")) {
            rows =
                    transactions.inOne(
                            sql -> {
                                Admission.admit(sql);
                                return rows(sql, worker, room, true);
                            });
        }
        return rows.stream().filter(row -> new Cells(row).uuidOrNull("id") != null).toList();
    }

    /// One row that cannot be read must not keep all others from being worked on.
    private List<AIJob> readOrSetAside(List<DbRow> held, WorkerId worker) {
        var jobs = new ArrayList<AIJob>();
        for (var row : held) {
            JobRow.readable(row).ifPresentOrElse(jobs::add, () -> setAside(row, worker));
        }
        return jobs;
    }

    private static Transition started(AIJob claimed) {
        if (claimed.state() instanceof Running(var worker, var at)) {
            return new Transition(claimed, new JobStarted(worker, at));
        }
        throw new IllegalStateException("job " + claimed.id() + " was claimed and does not run");
    }

    private List<DbRow> rows(Sql sql, WorkerId worker, int room, boolean admitted) {
        var claim =
                jobsPerUser == null
                        ? sql.createQuery(QueueSql.CLAIM)
                        : sql.createQuery(QueueSql.CLAIM_WITHIN_THE_LIMIT)
                                .addParam("jobs_per_user", jobsPerUser);
        return claim.addParam("worker", worker.toString())
                .addParam("room", room)
                .addParam("shard", shard)
                .addParam("admitted", admitted)
                .execute()
                .toList();
    }

    /// Where that fails it is still held, and found again.
    private void setAside(DbRow row, WorkerId worker) {
        var cells = new Cells(row);
        try {
            transactions.each(
                    sql ->
                            sql.createGet(QueueSql.SET_ASIDE)
                                    .addParam("user_id", cells.text("user_id"))
                                    .addParam("id", cells.uuid("id").toString())
                                    .addParam("version", cells.number("version"))
                                    .addParam("worker", worker.toString())
                                    .execute());
            TraceRow.readable(cells).ifPresent(job -> wakeups.movedUnread(List.of(job)));
        } catch (RuntimeException failed) {
            LOG.warn("job {}: could not be set aside", cells.uuid("id"), failed);
        }
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
        var rows =
                transactions.each(
                        sql -> {
                            var held =
                                    sql.createQuery(QueueSql.HELD)
                                            .addParam("worker", worker.toString());
                            new Columns<>(held, List.copyOf(known))
                                    .bind("known_id", AIJob::id)
                                    .bind("known_version", AIJob::version);
                            return held.execute().toList();
                        });
        return readOrSetAside(rows, worker);
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
