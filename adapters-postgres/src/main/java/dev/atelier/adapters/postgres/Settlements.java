package dev.atelier.adapters.postgres;

import dev.atelier.application.measure.Histogram;
import dev.atelier.application.port.in.Distribution;
import dev.atelier.application.port.out.StaleCanvas;
import dev.atelier.application.port.out.StaleJob;
import dev.atelier.domain.job.JobEvent.JobCompleted;
import dev.atelier.domain.job.Transition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Moves of stored jobs on their way into the database, many in one commit; each for itself is
/// fenced by its version.
final class Settlements implements AutoCloseable {

    /// More than one, for a batch takes long: the database works on two.
    static final int LANES = 2;

    private static final int MAX_JOBS = 250;
    private static final int MAX_BYTES = 8 << 20;
    private static final int BYTES_PER_OBJECT = 300;

    /// Everybody takes the locks of a batch in this order, so that no two wait for each other.
    private static final Comparator<Move> LOCK_ORDER =
            Comparator.comparing((Move move) -> move.job().owner().value())
                    .thenComparing(move -> move.job().id().value());

    private enum Outcome {
        MOVED,
        STALE_JOB,
        STALE_CANVAS
    }

    private final Transactions transactions;
    private final Wakeups wakeups;
    private final Bell announced;
    private final Histogram batches = new Histogram(Distribution.BATCH);
    private final Lanes<Move, Outcome> lanes;

    /// @param announced rings after a commit that brings messages for receivers
    Settlements(Transactions transactions, Wakeups wakeups, Shards shards, Bell announced) {
        this.transactions = transactions.onCallersThread();
        this.wakeups = wakeups;
        this.announced = announced;
        this.lanes =
                new Lanes<>(
                        LANES,
                        it -> it.job().owner(),
                        lane -> commit(lane, shards.settlements(lane)));
    }

    private GroupCommit<Move, Outcome> commit(int lane, int shard) {
        return new GroupCommit<>(
                "atelier-settlements-" + lane,
                new GroupCommit.Rules<>(
                        move -> move.job().id(),
                        move -> move.job().owner(),
                        Move::beginsItsCanvas,
                        Settlements::bytes,
                        MAX_JOBS,
                        MAX_BYTES,
                        GroupCommit.Rules.NEVER),
                SqlFailures::isRefusedData,
                (_, batch) -> flush(batch, shard));
    }

    void save(Transition transition) {
        switch (lanes.write(new Move(transition))) {
            case MOVED -> {}
            case STALE_JOB -> throw new StaleJob(transition.job().id());
            case STALE_CANVAS -> throw new StaleCanvas(drawn(transition).canvas().id());
        }
    }

    private static JobCompleted drawn(Transition transition) {
        return (JobCompleted) transition.event();
    }

    private static int bytes(Move move) {
        return 2_000 + BYTES_PER_OBJECT * move.objects();
    }

    private List<Outcome> flush(List<Move> batch, int shard) {
        batches.add(batch.size());
        var places =
                IntStream.range(0, batch.size())
                        .boxed()
                        .sorted(Comparator.comparing(batch::get, LOCK_ORDER))
                        .toList();
        var ordered = write(places.stream().map(batch::get).toList(), shard);
        var outcomes = new ArrayList<>(Collections.nCopies(batch.size(), Outcome.STALE_JOB));
        for (int i = 0; i < ordered.size(); i++) {
            outcomes.set(places.get(i), ordered.get(i));
        }
        tell(batch, outcomes);
        return outcomes;
    }

    private List<Outcome> write(List<Move> batch, int shard) {
        if (batch.getFirst().beginsItsCanvas()) {
            try {
                return complete(batch);
            } catch (RuntimeException failure) {
                if (!SqlFailures.isTaken(failure)) {
                    throw failure;
                }
            }
        }
        return move(batch, shard);
    }

    private List<Outcome> complete(List<Move> batch) {
        return transactions.each(
                sql -> {
                    var complete = sql.createQuery(CompletionSql.COMPLETE);
                    Move.bindCompletions(new Columns<>(complete, batch));
                    var outcomes =
                            new ArrayList<>(Collections.nCopies(batch.size(), Outcome.STALE_JOB));
                    complete.execute()
                            .map(Cells::new)
                            .forEach(row -> outcomes.set(row.integer("place") - 1, Outcome.MOVED));
                    return outcomes;
                });
    }

    private List<Outcome> move(List<Move> batch, int shard) {
        return transactions.each(
                sql -> {
                    var save = sql.createQuery(JobSql.SAVE).addParam("shard", shard);
                    Move.bind(new Columns<>(save, batch));
                    var outcomes =
                            new ArrayList<>(Collections.nCopies(batch.size(), Outcome.STALE_JOB));
                    save.execute()
                            .map(Cells::new)
                            .forEach(
                                    row ->
                                            outcomes.set(
                                                    row.integer("place") - 1,
                                                    row.flag("moved")
                                                            ? Outcome.MOVED
                                                            : Outcome.STALE_CANVAS));
                    return outcomes;
                });
    }

    private void tell(List<Move> batch, List<Outcome> outcomes) {
        var moved =
                IntStream.range(0, batch.size())
                        .filter(i -> outcomes.get(i) == Outcome.MOVED)
                        .mapToObj(batch::get)
                        .toList();
        wakeups.moved(moved.stream().map(Move::transition).toList());
        if (moved.stream().anyMatch(Move::announces)) {
            announced.ring();
        }
    }

    /// How many were committed together.
    Distribution batches() {
        return batches.read();
    }

    @Override
    public void close() {
        lanes.close();
    }
}
