package dev.atelier.testkit.fakes;

import dev.atelier.application.port.in.JobMove;
import dev.atelier.application.port.out.JobLog;
import dev.atelier.domain.job.UserId;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What the rows of a [Ledger] went through.
final class InMemoryLog implements JobLog {

    private static final Comparator<JobMove> BY_TIME =
            Comparator.comparing(JobMove::loggedAt)
                    .thenComparing(move -> move.job().id().value())
                    .thenComparingLong(move -> move.job().version());

    private final Ledger ledger;

    InMemoryLog(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public List<JobMove> moves(Collection<Trace> jobs) {
        return ledger.atomically(
                () ->
                        jobs.stream()
                                .map(job -> ledger.row(job.job(), job.owner()))
                                .flatMap(Stream::ofNullable)
                                .flatMap(row -> row.moves().stream())
                                .toList());
    }

    @Override
    public List<JobMove> movesAfter(UserId owner, Instant since, int limit) {
        return ledger.atomically(
                () ->
                        rows(owner)
                                .flatMap(row -> row.moves().stream())
                                .filter(move -> move.loggedAt().isAfter(since))
                                .sorted(BY_TIME)
                                .limit(limit)
                                .toList());
    }

    @Override
    public List<Written> writtenAfter(Collection<UserId> owners, Instant since) {
        return ledger.atomically(
                () ->
                        owners.stream()
                                .flatMap(this::rows)
                                .filter(row -> row.moves().getLast().loggedAt().isAfter(since))
                                .map(InMemoryLog::written)
                                .toList());
    }

    @Override
    public List<Written> unended(UserId owner, int limit) {
        return ledger.atomically(
                () ->
                        rows(owner)
                                .filter(row -> !row.job().state().isFinal())
                                .map(InMemoryLog::written)
                                .toList()
                                .reversed()
                                .stream()
                                .limit(limit)
                                .toList());
    }

    private Stream<Row> rows(UserId owner) {
        return ledger.rows().filter(row -> row.job().owner().equals(owner));
    }

    private static Written written(Row row) {
        var job = row.job();
        return new Written(new Trace(job.owner(), job.id()), job.version());
    }
}
