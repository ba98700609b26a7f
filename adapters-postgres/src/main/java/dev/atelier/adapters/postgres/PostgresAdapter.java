package dev.atelier.adapters.postgres;

import dev.atelier.adapters.postgres.witness.NotAllowed;
import dev.atelier.adapters.postgres.witness.Witness;
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
import dev.atelier.application.port.out.StoreLoad;
import dev.atelier.application.port.out.WebhookLog;
import dev.atelier.application.port.out.WebhookOutbox;
import dev.atelier.application.port.out.WorkerRegistry;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// Jobs on PostgreSQL: the application's store, seen through its ports.
public final class PostgresAdapter implements AutoCloseable {

    private final PostgresSettings settings;
    private final Connections connections;
    private final Transactions transactions;
    private final DatabaseClock clock;
    private final Admission admission;
    private final Shards shards = Shards.random();

    private final PostgresJobSignals signals = new PostgresJobSignals();
    private final PostgresJobFeed feed = new PostgresJobFeed();
    private final Bell announced = new Bell();
    private final Accounting accounting;
    private final Wakeups wakeups;
    private final @Nullable NotificationListener listener;
    private final Handover handover = new Handover();
    private final Submissions submissions;
    private final Settlements settlements;
    private final ShownProgress shownProgress;

    /// Connects, brings the tables up to date and begins to listen.
    ///
    /// @throws dev.atelier.domain.InvalidValue if the URL cannot be one, or leads to a pooler that
    ///   would have to be passed and cannot
    /// @throws dev.atelier.application.port.out.StoreUnavailable if the database does not answer
    public static PostgresAdapter open(PostgresSettings settings) {
        var connections = Connections.open(settings);
        try {
            return new PostgresAdapter(settings, connections);
        } catch (RuntimeException failure) {
            connections.close();
            throw failure;
        }
    }

    /// Brings the tables up to date, and hangs up.
    ///
    /// @throws dev.atelier.domain.InvalidValue if the URL cannot be one
    /// @throws dev.atelier.application.port.out.StoreUnavailable if the database does not answer
    public static Migrated migrate(PostgresSettings settings) {
        return Connections.migrate(settings);
    }

    /// Creates the schema of the settings with its tables, and watches over it.
    ///
    /// @throws NotAllowed if the user of the database may not create a schema
    /// @throws dev.atelier.domain.InvalidValue if the URL cannot be one
    /// @throws dev.atelier.application.port.out.StoreUnavailable if the database does not answer
    public static Witness witness(PostgresSettings settings) {
        var schema = Objects.requireNonNull(settings.schema());
        try {
            return new PostgresWitness(Connections.open(settings), schema);
        } catch (RuntimeException failure) {
            throw SqlFailures.isForbidden(failure) ? new NotAllowed(failure) : failure;
        }
    }

    private PostgresAdapter(PostgresSettings settings, Connections connections) {
        this.settings = settings;
        this.connections = connections;
        transactions = connections.transactions();
        clock = new DatabaseClock(transactions, InstantSource.system());
        clock.follow();
        admission = new Admission(transactions);

        var node = UUID.randomUUID();
        var channel = settings.schema() == null ? "atelier" : "atelier_" + settings.schema();
        accounting = new Accounting(transactions);
        wakeups = new Wakeups(transactions, signals, feed, accounting, channel, node);
        listener =
                connections.own() == null
                        ? null
                        : new NotificationListener(
                                connections.own().prompt()::connect, this::hear, channel, node);
        submissions =
                new Submissions(transactions, wakeups, shards, handover, settings.jobsPerUser());
        settlements = new Settlements(transactions, wakeups, shards, announced);
        shownProgress = new ShownProgress(transactions);
        accounting.start();
    }

    private void hear(Hint hint) {
        signals.tell(hint);
        feed.tell(hint);
    }

    public JobStore store() {
        return new PostgresJobStore(transactions, submissions, settlements, shards.deletions());
    }

    public JobQueue queue() {
        return new PostgresJobQueue(
                transactions,
                wakeups,
                settings.lease(),
                settings.jobsPerUser(),
                handover,
                shards.claims());
    }

    public Outlook outlook() {
        return new PostgresOutlook(transactions, clock);
    }

    public WorkerRegistry workers() {
        return new PostgresWorkerRegistry(transactions, settings.lease());
    }

    public JobCatalogue catalogue() {
        return new PostgresJobCatalogue(transactions, details(), waits(), settings.lease());
    }

    public Overview overview() {
        return new PostgresOverview(transactions, details(), waits(), settings.lease());
    }

    private DetailsRows details() {
        return new DetailsRows(transactions, admission);
    }

    private Waits waits() {
        var pace = new Pace(transactions, clock, settings.lease());
        return new Waits(transactions, pace, settings.jobsPerUser());
    }

    public JobRetention retention() {
        return new PostgresJobRetention(transactions, accounting, shards.deletions());
    }

    public CanvasStore canvases() {
        return new PostgresCanvasStore(transactions);
    }

    public ProgressBoard progress() {
        return new PostgresProgressBoard(transactions, shownProgress, wakeups);
    }

    public WebhookOutbox outbox() {
        return new PostgresWebhookOutbox(transactions, announced);
    }

    public WebhookLog webhooks() {
        return new PostgresWebhookLog(transactions, announced);
    }

    public PauseBoard pauses() {
        return new PostgresPauseBoard(transactions, wakeups);
    }

    public JobSignals signals() {
        return signals;
    }

    public JobFeed feed() {
        return feed;
    }

    public JobLog log() {
        return new PostgresJobLog(transactions);
    }

    public StoreLoad load() {
        return () ->
                new StoreLoad.Load(
                        connections.pool().inUse(),
                        connections.pool().size(),
                        connections.pool().waiting(),
                        Map.of(
                                "submissions", submissions.batches(),
                                "settlements", settlements.batches()));
    }

    /// 32 bytes that all nodes on this database know and nobody else.
    public byte[] sharedSecret() {
        return SharedSecret.read(transactions, "nodes");
    }

    /// The database's time, which all nodes agree on, in whole microseconds.
    public InstantSource clock() {
        return clock;
    }

    /// Finishes the writes that were begun, and hangs up.
    @Override
    public void close() {
        submissions.close();
        settlements.close();
        shownProgress.close();
        wakeups.close();
        accounting.close();
        if (listener != null) {
            listener.close();
        }
        connections.close();
    }
}
