package dev.atelier.testkit.fakes;

import dev.atelier.application.port.out.JobRetention;
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
    public int purge(Duration age, int limit) {
        return purge(_ -> true, age, limit);
    }

    @Override
    public int purge(UserId owner, Duration age, int limit) {
        return purge(owner::equals, age, limit);
    }

    private int purge(Predicate<UserId> who, Duration age, int limit) {
        return ledger.atomically(
                () -> {
                    var before = ledger.now().minus(age);
                    List<AIJob> old =
                            ledger.rows()
                                    .map(Row::job)
                                    .filter(job -> who.test(job.owner()) && hasEnded(job, before))
                                    .limit(limit)
                                    .toList();
                    old.forEach(ledger::remove);
                    return old.size();
                });
    }

    private static boolean hasEnded(AIJob job, Instant before) {
        return switch (job.state()) {
            case Queued _, Running _ -> false;
            case Completed(_, _, _, var at) -> at.isBefore(before);
            case Failed(_, _, var at) -> at.isBefore(before);
            case Cancelled(_, var at) -> at.isBefore(before);
        };
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
