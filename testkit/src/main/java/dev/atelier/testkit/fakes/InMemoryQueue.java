package dev.atelier.testkit.fakes;

import dev.atelier.application.port.out.JobQueue;
import dev.atelier.application.port.out.OpenClaim;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.JobState.Queued;
import dev.atelier.domain.job.JobState.Running;
import dev.atelier.domain.job.Transition;
import dev.atelier.domain.job.WorkerId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// [JobQueue] on a [Ledger].
final class InMemoryQueue implements JobQueue {

    private final Ledger ledger;
    private final InMemoryFeed feed;
    private final UserLimit limit;

    InMemoryQueue(Ledger ledger, InMemoryFeed feed, UserLimit limit) {
        this.ledger = ledger;
        this.feed = feed;
        this.limit = limit;
    }

    @Override
    public List<AIJob> claim(WorkerId worker, int room) {
        var claimed = ledger.atomically(() -> claimInOrder(worker, room));
        feed.moved(claimed);
        return claimed.stream().map(Transition::job).toList();
    }

    private List<Transition> claimInOrder(WorkerId worker, int room) {
        var now = ledger.now();
        var claimed = new ArrayList<Transition>();
        for (var row : ledger.lined().sorted(Line.ORDER).toList()) {
            if (claimed.size() == room) {
                break;
            }
            if (!row.job().terms().expiredAt(now) && limit.allowsAnother(row.job().owner())) {
                var start = row.job().start(worker, now);
                ledger.apply(start);
                claimed.add(start);
            }
        }
        return claimed;
    }

    /// Nobody serves it: there is no commit that could be saved.
    @Override
    public void leaveOpen(OpenClaim claim) {}

    @Override
    public Optional<Instant> nextDue() {
        return ledger.atomically(
                () ->
                        ledger.rows()
                                .filter(row -> !row.isDue(ledger.now()))
                                .flatMap(InMemoryQueue::notBefore)
                                .min(Comparator.naturalOrder()));
    }

    private static Stream<Instant> notBefore(Row row) {
        return row.job().state() instanceof Queued(var notBefore)
                ? Stream.of(notBefore)
                : Stream.empty();
    }

    @Override
    public List<AIJob> held(WorkerId worker, Collection<AIJob> known) {
        return ledger.atomically(
                () ->
                        ledger.rows()
                                .filter(row -> row.isHeldBy(worker))
                                .map(Row::job)
                                .filter(job -> known.stream().noneMatch(it -> isSame(it, job)))
                                .toList());
    }

    private static boolean isSame(AIJob one, AIJob other) {
        return one.id().equals(other.id()) && one.version() == other.version();
    }

    @Override
    public Set<JobId> lost(WorkerId worker, Collection<AIJob> held) {
        return ledger.atomically(
                () ->
                        held.stream()
                                .filter(job -> !isHeld(job, worker))
                                .map(AIJob::id)
                                .collect(Collectors.toSet()));
    }

    private boolean isHeld(AIJob job, WorkerId worker) {
        var row = ledger.row(job.id(), job.owner());
        return row != null && row.isHeldBy(worker) && row.job().version() == job.version();
    }

    @Override
    public List<AIJob> abandoned(int limit) {
        return ledger.atomically(
                () -> ledger.rows().map(Row::job).filter(this::isAbandoned).limit(limit).toList());
    }

    private boolean isAbandoned(AIJob job) {
        return job.state() instanceof Running(var worker, _) && !ledger.isAlive(worker);
    }

    @Override
    public List<AIJob> expired(int limit) {
        return ledger.atomically(
                () ->
                        ledger.rows()
                                .filter(Row::isQueued)
                                .map(Row::job)
                                .filter(job -> job.terms().expiredAt(ledger.now()))
                                .limit(limit)
                                .toList());
    }
}
