package dev.atelier.testkit.fakes;

import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.out.JobStore;
import dev.atelier.application.port.out.ProgressBoard;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.IdempotencyKey;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.Transition;
import dev.atelier.domain.job.UserId;
import dev.atelier.testkit.fakes.Ledger.KeyUse;
import dev.atelier.testkit.fakes.Ledger.OnceKey;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// What is written of jobs, and their progress.
final class InMemoryStore implements JobStore, ProgressBoard {

    static final Duration KEY_LIFE = Duration.ofHours(24);

    private final Ledger ledger;
    private final InMemorySignals signals;
    private final InMemoryOutbox outbox;

    InMemoryStore(Ledger ledger, InMemorySignals signals, InMemoryOutbox outbox) {
        this.ledger = ledger;
        this.signals = signals;
        this.outbox = outbox;
    }

    @Override
    public void add(Transition submission) {
        ledger.atomically(() -> ledger.add(submission));
        signals.tell(submission);
    }

    @Override
    public AIJob addOnce(IdempotencyKey key, Transition submission) {
        var stored = ledger.atomically(() -> addUnlessUsed(key, submission));
        if (stored.equals(submission.job())) {
            signals.tell(submission);
        }
        return stored;
    }

    private AIJob addUnlessUsed(IdempotencyKey key, Transition submission) {
        var owner = submission.job().owner();
        var first = firstUnder(key, owner);
        if (first.isPresent()) {
            return first.get();
        }
        ledger.add(submission);
        ledger.keys.put(new OnceKey(owner, key), new KeyUse(submission.job().id(), ledger.now()));
        return submission.job();
    }

    @Override
    public Optional<AIJob> firstUnder(IdempotencyKey key, UserId owner) {
        return ledger.atomically(
                () ->
                        Optional.ofNullable(ledger.keys.get(new OnceKey(owner, key)))
                                .filter(use -> use.at().isAfter(ledger.now().minus(KEY_LIFE)))
                                .flatMap(use -> Optional.ofNullable(ledger.row(use.job(), owner)))
                                .map(Row::job));
    }

    @Override
    public Optional<AIJob> find(JobId id, UserId owner) {
        return ledger.atomically(() -> Optional.ofNullable(ledger.row(id, owner)).map(Row::job));
    }

    @Override
    public Optional<CanvasDesign> design(JobId id, UserId owner) {
        return ledger.atomically(
                () ->
                        Optional.ofNullable(ledger.row(id, owner))
                                .flatMap(row -> Optional.ofNullable(row.design())));
    }

    @Override
    public void save(Transition transition) {
        ledger.atomically(() -> ledger.apply(transition));
        signals.tell(transition);
        outbox.tell(transition);
    }

    @Override
    public void delete(AIJob job) {
        ledger.atomically(() -> ledger.remove(job));
    }

    @Override
    public void show(AIJob job, Progress progress) {
        show(job, row -> row.show(progress));
    }

    @Override
    public void show(AIJob job, CanvasDesign soFar) {
        show(job, row -> row.show(soFar));
    }

    private void show(AIJob job, Consumer<Row> what) {
        ledger.atomically(
                () -> {
                    var row = ledger.row(job.id(), job.owner());
                    if (row != null && row.isRunning() && row.job().equals(job)) {
                        what.accept(row);
                    }
                });
    }

    @Override
    public Optional<CanvasDesign> partial(JobId id, UserId owner) {
        return ledger.atomically(
                () ->
                        Optional.ofNullable(ledger.row(id, owner))
                                .flatMap(row -> Optional.ofNullable(row.soFar())));
    }
}
