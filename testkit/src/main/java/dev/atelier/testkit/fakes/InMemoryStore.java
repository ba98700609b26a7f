package dev.atelier.testkit.fakes;

import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.in.WatchJobs.Update.Drawn;
import dev.atelier.application.port.in.WatchJobs.Update.Progressed;
import dev.atelier.application.port.out.JobLog.Trace;
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
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// What is written of jobs, and their progress.
final class InMemoryStore implements JobStore, ProgressBoard {

    static final Duration KEY_LIFE = Duration.ofHours(24);

    private final Ledger ledger;
    private final InMemorySignals signals;
    private final InMemoryFeed feed;
    private final InMemoryOutbox outbox;
    private final Duration lag;

    /// @param lag how long a write takes from its entry in the log to its commit
    InMemoryStore(
            Ledger ledger,
            InMemorySignals signals,
            InMemoryFeed feed,
            InMemoryOutbox outbox,
            Duration lag) {
        this.ledger = ledger;
        this.signals = signals;
        this.feed = feed;
        this.outbox = outbox;
        this.lag = lag;
    }

    @Override
    public void add(Transition submission) {
        ledger.atomically(() -> ledger.add(submission, writtenAt()));
        tell(submission);
    }

    @Override
    public AIJob addOnce(IdempotencyKey key, Transition submission) {
        var stored = ledger.atomically(() -> addUnlessUsed(key, submission));
        if (stored.equals(submission.job())) {
            tell(submission);
        }
        return stored;
    }

    private Instant writtenAt() {
        return ledger.now().minus(lag);
    }

    private void tell(Transition transition) {
        signals.tell(transition);
        feed.moved(List.of(transition));
        outbox.tell(transition);
    }

    private AIJob addUnlessUsed(IdempotencyKey key, Transition submission) {
        var owner = submission.job().owner();
        var first = firstUnder(key, owner);
        if (first.isPresent()) {
            return first.get();
        }
        ledger.add(submission, writtenAt());
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
        ledger.atomically(() -> ledger.apply(transition, writtenAt()));
        tell(transition);
    }

    @Override
    public void delete(AIJob job) {
        ledger.atomically(() -> ledger.remove(job));
    }

    @Override
    public void show(AIJob job, Progress progress) {
        if (show(job, row -> row.show(progress))) {
            feed.progressed(job.owner(), new Progressed(job.id(), job.version(), progress));
        }
    }

    @Override
    public void show(AIJob job, CanvasDesign soFar) {
        if (show(job, row -> row.show(soFar))) {
            feed.drawn(job.owner(), new Drawn(job.id(), job.version(), soFar));
        }
    }

    private boolean show(AIJob job, Consumer<Row> what) {
        return ledger.atomically(
                () -> {
                    var row = ledger.row(job.id(), job.owner());
                    if (row == null || !row.isRunning() || !row.job().equals(job)) {
                        return false;
                    }
                    what.accept(row);
                    return true;
                });
    }

    @Override
    public Optional<CanvasDesign> partial(JobId id, UserId owner) {
        return ledger.atomically(
                () ->
                        Optional.ofNullable(ledger.row(id, owner))
                                .flatMap(row -> Optional.ofNullable(row.soFar())));
    }

    @Override
    public List<Said> latest(Collection<Trace> jobs) {
        return ledger.atomically(
                () ->
                        jobs.stream()
                                .map(job -> ledger.row(job.job(), job.owner()))
                                .flatMap(Stream::ofNullable)
                                .filter(row -> row.progress() != null || row.soFar() != null)
                                .map(InMemoryStore::said)
                                .toList());
    }

    private static Said said(Row row) {
        var job = row.job();
        return new Said(
                new Trace(job.owner(), job.id()), job.version(), row.progress(), row.soFar());
    }
}
