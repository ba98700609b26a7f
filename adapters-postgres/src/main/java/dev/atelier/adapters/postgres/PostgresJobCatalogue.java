package dev.atelier.adapters.postgres;

import static java.util.stream.Collectors.toMap;

import dev.atelier.application.port.in.JobDetails;
import dev.atelier.application.port.in.JobQueries.Page;
import dev.atelier.application.port.in.JobQueries.PageRequest;
import dev.atelier.application.port.in.JobStats;
import dev.atelier.application.port.in.JobStats.Hour;
import dev.atelier.application.port.in.PastEvent;
import dev.atelier.application.port.in.Supervision.Search;
import dev.atelier.application.port.out.JobCatalogue;
import dev.atelier.application.port.out.JobLog.Trace;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.UserId;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The read side: pages by keyset, statistics from roll-ups.
final class PostgresJobCatalogue implements JobCatalogue {

    /// Stands for all users in the roll-ups; never a user's own name.
    private static final String EVERYBODY = "";

    private final Transactions transactions;
    private final DetailsRows rows;
    private final Waits waits;
    private final Duration lease;

    PostgresJobCatalogue(Transactions transactions, DetailsRows rows, Waits waits, Duration lease) {
        this.transactions = transactions;
        this.rows = rows;
        this.waits = waits;
        this.lease = lease;
    }

    @Override
    public Optional<JobDetails> details(JobId id, UserId owner) {
        return waits.explain(rows.read(List.of(new Trace(owner, id))), owner).stream().findFirst();
    }

    @Override
    public List<PastEvent> history(JobId id, UserId owner, int limit) {
        return transactions
                .each(
                        sql ->
                                sql.createQuery(CatalogueSql.HISTORY)
                                        .addParam("user_id", owner.value())
                                        .addParam("id", id.toString())
                                        .addParam("limit", limit)
                                        .execute()
                                        .map(PastEventRow::read)
                                        .toList())
                .reversed();
    }

    @Override
    public Page page(PageRequest request) {
        var owner = request.owner();
        var search =
                new Search(
                        request.statuses(),
                        request.jobType(),
                        owner,
                        request.tag(),
                        request.after(),
                        request.limit());
        var found = transactions.each(sql -> SearchRows.read(sql, search, request.offset()));
        return new Page(waits.explain(rows.read(found.shown()), owner), found.next());
    }

    @Override
    public JobStats stats(UserId owner) {
        return transactions.inOne(
                sql -> {
                    var oldest =
                            sql.createGet(StatsSql.OLDEST_OF_USER)
                                    .addParam("user_id", owner.value())
                                    .execute();
                    return stats(sql, owner.value(), oldest.map(Cells::new));
                });
    }

    @Override
    public JobStats statsOfAll() {
        return transactions.inOne(
                sql -> {
                    var oldest = sql.createGet(StatsSql.OLDEST_OF_ALL).execute();
                    return stats(sql, EVERYBODY, oldest.map(Cells::new));
                });
    }

    private static JobStats stats(Sql sql, String user, Optional<Cells> oldest) {
        var totals =
                sql.createGet(StatsSql.TOTALS)
                        .addParam("user_id", user)
                        .execute()
                        .map(Cells::new)
                        .orElseThrow();
        var runs =
                StatsRow.histogram(
                        sql.createQuery(StatsSql.BUCKETS).addParam("user_id", user).execute());
        var hours =
                sql.createQuery(StatsSql.HOURS)
                        .addParam("user_id", user)
                        .execute()
                        .map(StatsRow::change)
                        .collect(toMap(Hour::hour, Function.identity()));
        return StatsRow.stats(
                totals, runs, oldest.map(row -> row.decimalOrNull("seconds")).orElse(null), hours);
    }

    @Override
    public Pulse pulse() {
        return transactions.each(
                sql ->
                        sql.createGet(StatsSql.PULSE)
                                .addParam("lease", lease.toString())
                                .execute()
                                .map(Cells::new)
                                .map(row -> new Pulse(row.integer("workers"), row.number("queued")))
                                .orElseThrow());
    }
}
