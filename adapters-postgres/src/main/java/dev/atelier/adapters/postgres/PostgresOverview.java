package dev.atelier.adapters.postgres;

import dev.atelier.application.port.in.JobDetails;
import dev.atelier.application.port.in.MoveManyJobs.Selection;
import dev.atelier.application.port.in.Supervision.Page;
import dev.atelier.application.port.in.Supervision.Search;
import dev.atelier.application.port.in.Supervision.WorkerStanding;
import dev.atelier.application.port.out.Overview;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.UserId;

import io.helidon.dbclient.DbRow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What administrators see: the one reader that asks for no owner.
final class PostgresOverview implements Overview {

    private final Transactions transactions;
    private final DetailsRows rows;
    private final Waits waits;
    private final Duration lease;

    PostgresOverview(Transactions transactions, DetailsRows rows, Waits waits, Duration lease) {
        this.transactions = transactions;
        this.rows = rows;
        this.waits = waits;
        this.lease = lease;
    }

    @Override
    public Optional<UserId> ownerOf(JobId id) {
        return transactions.each(
                sql ->
                        sql.createGet(OverviewSql.OWNER)
                                .addParam("statuses", SearchRows.ALL_STATUSES)
                                .addParam("id", id.toString())
                                .execute()
                                .map(row -> new UserId(new Cells(row).text("user_id"))));
    }

    @Override
    public Page page(Search search) {
        var found = transactions.each(sql -> SearchRows.read(sql, search, 0));
        return new Page(explained(rows.read(found.shown())), found.next());
    }

    /// Why a job waits depends on its owner's other jobs.
    private List<JobDetails> explained(List<DetailsRow> found) {
        var byOwner = new LinkedHashMap<UserId, List<DetailsRow>>();
        for (var row : found) {
            byOwner.computeIfAbsent(row.job().owner(), _ -> new ArrayList<>()).add(row);
        }
        return byOwner.entrySet().stream()
                .flatMap(owned -> waits.explain(owned.getValue(), owned.getKey()).stream())
                .sorted(Comparator.comparing(PostgresOverview::id).reversed())
                .toList();
    }

    /// As the database orders ids, which is not as [java.util.UUID] does.
    private static String id(JobDetails details) {
        return details.job().id().toString();
    }

    @Override
    public List<AIJob> select(Selection which, int limit) {
        return transactions.each(
                sql ->
                        selection(sql, which)
                                .addParam("statuses", which.statuses().toArray(String[]::new))
                                .addParam("job_type", which.jobType())
                                .addParam("tag", which.tag())
                                .addParam(
                                        "created_before",
                                        which.createdBefore() == null
                                                ? null
                                                : which.createdBefore().toString())
                                .addParam("limit", limit)
                                .execute()
                                .map(JobRow::read)
                                .toList());
    }

    private static Sql.Call<Stream<DbRow>> selection(Sql sql, Selection which) {
        var owner = which.owner();
        if (!which.ids().isEmpty()) {
            return sql.createQuery(OverviewSql.SELECT_NAMED)
                    .addParam(
                            "ids", which.ids().stream().map(JobId::toString).toArray(String[]::new))
                    .addParam("user_id", owner == null ? null : owner.value());
        }
        return owner == null
                ? sql.createQuery(OverviewSql.SELECT)
                : sql.createQuery(OverviewSql.SELECT_OF_ONE).addParam("user_id", owner.value());
    }

    @Override
    public List<WorkerStanding> workers() {
        return transactions.each(
                sql ->
                        sql.createQuery(WorkerSql.ALIVE)
                                .addParam("lease", lease.toString())
                                .execute()
                                .map(StandingRow::worker)
                                .toList());
    }

    @Override
    public List<Called> lastHour() {
        return transactions.each(
                sql ->
                        sql.createQuery(OverviewSql.LAST_HOUR)
                                .execute()
                                .map(StandingRow::called)
                                .toList());
    }
}
