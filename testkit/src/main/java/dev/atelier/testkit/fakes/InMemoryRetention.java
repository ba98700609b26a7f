package dev.atelier.testkit.fakes;

import dev.atelier.application.port.out.JobRetention;
import dev.atelier.application.port.out.Retention;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobState.Cancelled;
import dev.atelier.domain.job.JobState.Completed;
import dev.atelier.domain.job.JobState.Failed;
import dev.atelier.domain.job.JobState.Queued;
import dev.atelier.domain.job.JobState.Running;
import dev.atelier.domain.job.UserId;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/// [JobRetention] on a [Ledger].
final class InMemoryRetention implements JobRetention {

    private final Ledger ledger;

    InMemoryRetention(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public int purge(Retention kept, int limit) {
        return purge(job -> hasEnded(job, kept), limit);
    }

    @Override
    public int purge(Duration age, int limit) {
        return purge(Retention.of(age), limit);
    }

    @Override
    public int purge(UserId owner, Duration age, int limit) {
        var kept = Retention.of(age);
        return purge(job -> job.owner().equals(owner) && hasEnded(job, kept), limit);
    }

    private int purge(Predicate<AIJob> which, int limit) {
        return ledger.atomically(
                () -> {
                    List<AIJob> old =
                            ledger.rows().map(Row::job).filter(which).limit(limit).toList();
                    old.forEach(ledger::remove);
                    return old.size();
                });
    }

    @Override
    public int erase(UserId owner) {
        return ledger.atomically(
                () -> {
                    var ended = purge(it -> it.owner().equals(owner) && it.state().isFinal());
                    ledger.forgetTraces(owner);
                    return ended;
                });
    }

    private int purge(Predicate<AIJob> which) {
        return purge(which, Integer.MAX_VALUE);
    }

    private boolean hasEnded(AIJob job, Retention kept) {
        return switch (job.state()) {
            case Queued _, Running _ -> false;
            case Completed(_, _, _, var at) -> isOver(kept.completed(), at);
            case Failed(_, _, var at) -> isOver(kept.failed(), at);
            case Cancelled(_, var at) -> isOver(kept.cancelled(), at);
        };
    }

    private boolean isOver(Duration age, Instant end) {
        return end.isBefore(ledger.now().minus(age));
    }

    @Override
    public int purgeKeys(int limit) {
        return ledger.atomically(
                () -> {
                    var before = ledger.now().minus(InMemoryStore.KEY_LIFE);
                    var old =
                            ledger.keys.entrySet().stream()
                                    .filter(use -> use.getValue().at().isBefore(before))
                                    .limit(limit)
                                    .toList();
                    ledger.keys.entrySet().removeAll(old);
                    return old.size();
                });
    }
}
