package dev.atelier.adapters.postgres;

import dev.atelier.application.port.in.JobMove;
import dev.atelier.application.port.out.JobLog;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.UserId;

import io.helidon.dbclient.DbRow;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The log of events, read back as the states that jobs went through.
final class PostgresJobLog implements JobLog {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresJobLog.class);
    private static final Comparator<JobMove> BY_TIME =
            Comparator.comparing(JobMove::loggedAt)
                    .thenComparing(move -> move.job().id().toString())
                    .thenComparingLong(move -> move.job().version());

    private final Transactions transactions;

    PostgresJobLog(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<JobMove> moves(Collection<Trace> jobs) {
        return transactions.each(
                sql -> {
                    var moves = sql.createQuery(LogSql.MOVES);
                    TraceRow.bind(moves, jobs);
                    return moves(moves.execute()).toList();
                });
    }

    /// The page ends where its last entry does; whole jobs are read, and told up to there.
    @Override
    public List<JobMove> movesAfter(UserId owner, Instant since, int limit) {
        return transactions.each(
                sql ->
                        moves(
                                        sql.createQuery(LogSql.MOVES_AFTER)
                                                .addParam("user_id", owner.value())
                                                .addParam("since", time(since))
                                                .addParam("limit", limit)
                                                .execute())
                                .filter(move -> move.loggedAt().isAfter(since))
                                .sorted(BY_TIME)
                                .limit(limit)
                                .toList());
    }

    private static Stream<JobMove> moves(Stream<DbRow> rows) {
        return rows.flatMap(
                row ->
                        JobRow.readable(row).stream()
                                .flatMap(job -> lived(job, new Cells(row).text("events"))));
    }

    /// One job whose events cannot be read must not keep watchers from all others.
    private static Stream<JobMove> lived(AIJob job, String events) {
        try {
            return History.of(job, events).stream();
        } catch (RuntimeException broken) {
            LOG.atError()
                    .setCause(broken)
                    .addKeyValue("job_id", job.id())
                    .log("The events of job {} are broken, and left out", job.id());
            return Stream.empty();
        }
    }

    @Override
    public List<Written> writtenAfter(Collection<UserId> owners, Instant since) {
        return transactions.each(
                sql -> {
                    var written = sql.createQuery(LogSql.WRITTEN_AFTER);
                    new Columns<>(written, List.copyOf(owners)).bind("user_id", UserId::value);
                    return written.addParam("since", time(since))
                            .execute()
                            .map(PostgresJobLog::written)
                            .toList();
                });
    }

    @Override
    public List<Written> unended(UserId owner, int limit) {
        return transactions.each(
                sql ->
                        sql.createQuery(LogSql.UNENDED)
                                .addParam("user_id", owner.value())
                                .addParam("limit", limit)
                                .execute()
                                .map(PostgresJobLog::written)
                                .toList());
    }

    private static Written written(DbRow row) {
        var cells = new Cells(row);
        return new Written(TraceRow.read(cells), cells.number("version"));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
