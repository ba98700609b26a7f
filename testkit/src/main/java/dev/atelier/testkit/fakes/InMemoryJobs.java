package dev.atelier.testkit.fakes;

import dev.atelier.application.port.out.CanvasStore;
import dev.atelier.application.port.out.JobCatalogue;
import dev.atelier.application.port.out.JobFeed;
import dev.atelier.application.port.out.JobLog;
import dev.atelier.application.port.out.JobQueue;
import dev.atelier.application.port.out.JobRetention;
import dev.atelier.application.port.out.JobSignals;
import dev.atelier.application.port.out.JobStore;
import dev.atelier.application.port.out.Outlook;
import dev.atelier.application.port.out.Overview;
import dev.atelier.application.port.out.PauseBoard;
import dev.atelier.application.port.out.ProgressBoard;
import dev.atelier.application.port.out.WebhookLog;
import dev.atelier.application.port.out.WebhookOutbox;
import dev.atelier.application.port.out.WorkerRegistry;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.IdempotencyKey;
import dev.atelier.domain.job.MessageId;
import dev.atelier.domain.job.UserId;
import dev.atelier.domain.job.WorkerId;
import dev.atelier.testkit.contract.JobsUnderTest;
import dev.atelier.testkit.fakes.Ledger.KeyUse;
import dev.atelier.testkit.fakes.Ledger.OnceKey;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/// A whole store of jobs in memory: every port of it, on a clock that the test owns.
public final class InMemoryJobs implements JobsUnderTest {

    private final Ledger ledger;
    private final InMemorySignals signals;
    private final InMemoryFeed feed;
    private final InMemoryOutbox outbox;
    private final InMemoryStore store;
    private final InMemoryPauses pauses;
    private final UserLimit limit;

    /// @param lease how long a worker may be silent
    public InMemoryJobs(InstantSource clock, Duration lease) {
        this(new Ledger(clock, lease));
    }

    private InMemoryJobs(Ledger ledger) {
        this(ledger, new InMemoryOutbox(ledger));
    }

    private InMemoryJobs(Ledger ledger, InMemoryOutbox outbox) {
        this.ledger = ledger;
        this.signals = new InMemorySignals();
        this.feed = new InMemoryFeed();
        this.outbox = outbox;
        this.store = new InMemoryStore(ledger, signals, feed, outbox, Duration.ZERO);
        this.pauses = new InMemoryPauses(ledger, signals);
        this.limit = UserLimit.none(ledger);
    }

    private InMemoryJobs(InMemoryJobs other, InMemoryStore store, UserLimit limit) {
        this.ledger = other.ledger;
        this.signals = other.signals;
        this.feed = other.feed;
        this.outbox = other.outbox;
        this.store = store;
        this.pauses = other.pauses;
        this.limit = limit;
    }

    /// The same store, seen by another node: what it stores, nobody here is told.
    public InMemoryJobs anotherNode() {
        return new InMemoryJobs(ledger, outbox);
    }

    /// The same node, whose writes become visible so long after they entered the log.
    public InMemoryJobs committingAfter(Duration lag) {
        return new InMemoryJobs(this, new InMemoryStore(ledger, signals, feed, outbox, lag), limit);
    }

    @Override
    public PauseBoard pauses() {
        return pauses;
    }

    @Override
    public JobStore store() {
        return store;
    }

    @Override
    public JobQueue queue() {
        return new InMemoryQueue(ledger, feed, limit);
    }

    @Override
    public Outlook outlook() {
        return new InMemoryOutlook(ledger);
    }

    @Override
    public WorkerRegistry workers() {
        return new InMemoryWorkers(ledger);
    }

    @Override
    public JobCatalogue catalogue() {
        return new InMemoryCatalogue(ledger, limit);
    }

    @Override
    public Overview overview() {
        return new InMemoryOverview(ledger, new InMemoryCatalogue(ledger, limit));
    }

    @Override
    public JobRetention retention() {
        return new InMemoryRetention(ledger);
    }

    @Override
    public CanvasStore canvases() {
        return new InMemoryCanvases(ledger);
    }

    @Override
    public ProgressBoard progress() {
        return store;
    }

    @Override
    public JobSignals signals() {
        return signals;
    }

    @Override
    public JobFeed feed() {
        return feed;
    }

    @Override
    public JobLog log() {
        return new InMemoryLog(ledger);
    }

    @Override
    public WebhookOutbox outbox() {
        return outbox;
    }

    @Override
    public WebhookLog webhooks() {
        return outbox;
    }

    @Override
    public InMemoryJobs limitedTo(int jobsPerUser) {
        return new InMemoryJobs(this, store, new UserLimit(ledger, jobsPerUser));
    }

    @Override
    public Instant now() {
        return ledger.now();
    }

    @Override
    public void endLease(WorkerId worker) {
        ledger.atomically(
                () -> {
                    var longAgo = ledger.now().minus(ledger.lease()).minusSeconds(1);
                    ledger.workers.computeIfPresent(worker, (_, held) -> held.beatenAt(longAgo));
                });
    }

    @Override
    public void makeDue(AIJob delayed) {
        ledger.atomically(
                () ->
                        Objects.requireNonNull(ledger.row(delayed.id(), delayed.owner()))
                                .makeDue(ledger.now()));
    }

    @Override
    public void makeDue(MessageId message) {
        ledger.atomically(() -> ledger.mail.makeDue(message, ledger.now()));
    }

    @Override
    public void backdate(UserId owner, IdempotencyKey key, Duration age) {
        ledger.atomically(
                () -> {
                    ledger.keys.computeIfPresent(
                            new OnceKey(owner, key),
                            (_, use) -> new KeyUse(use.job(), ledger.now().minus(age)));
                });
    }
}
