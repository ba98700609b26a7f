package dev.atelier.adapters.postgres;

import dev.atelier.application.port.out.JobLog.Trace;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobEvent.JobStarted;
import dev.atelier.domain.job.JobState.Running;
import dev.atelier.domain.job.Transition;
import dev.atelier.domain.job.WorkerId;

import io.helidon.dbclient.DbExecute;
import io.helidon.dbclient.DbStatementQuery;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Takes jobs from the line, within whatever transaction.
///
/// @param jobsPerUser how many jobs of one user may run at once; null: any number
record Claims(@Nullable Integer jobsPerUser) {

    /// @param unreadable jobs of which this node cannot make sense
    record Claimed(List<AIJob> jobs, List<Trace> unreadable) {

        static final Claimed NOTHING = new Claimed(List.of(), List.of());

        List<Transition> started() {
            return jobs.stream().map(Claimed::started).toList();
        }

        private static Transition started(AIJob claimed) {
            if (claimed.state() instanceof Running(var worker, var at)) {
                return new Transition(claimed, new JobStarted(worker, at));
            }
            throw new IllegalStateException("job " + claimed.id() + " was claimed, and waits");
        }
    }

    Claimed take(DbExecute sql, WorkerId worker, int room, int shard) {
        var claimed = new Claimed(new ArrayList<>(), new ArrayList<>());
        var rows =
                claim(sql)
                        .addParam("worker", worker.toString())
                        .addParam("room", room)
                        .addParam("shard", shard)
                        .execute()
                        .toList();
        for (var row : rows) {
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

    private DbStatementQuery claim(DbExecute sql) {
        return jobsPerUser == null
                ? sql.createQuery(QueueSql.CLAIM)
                : sql.createQuery(QueueSql.CLAIM_WITHIN_THE_LIMIT)
                        .addParam("jobs_per_user", jobsPerUser);
    }

    /// One row that cannot be read must not keep all others from being worked on.
    private static void setAside(DbExecute sql, Cells row) {
        sql.createGet(QueueSql.SET_ASIDE)
                .addParam("user_id", row.text("user_id"))
                .addParam("id", row.uuid("id").toString())
                .execute();
    }
}
