package dev.atelier.testkit.contract;

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

import java.time.Duration;
import java.time.Instant;

/// One store of jobs, empty at first, seen through all its ports; and what a test must do to it in
/// place of waiting.
public interface JobsUnderTest {

    JobStore store();

    JobQueue queue();

    Outlook outlook();

    WorkerRegistry workers();

    JobCatalogue catalogue();

    Overview overview();

    JobRetention retention();

    CanvasStore canvases();

    ProgressBoard progress();

    JobSignals signals();

    JobFeed feed();

    JobLog log();

    WebhookOutbox outbox();

    WebhookLog webhooks();

    PauseBoard pauses();

    /// The same store, seen by a node that gives each user at most so many running jobs.
    JobsUnderTest limitedTo(int jobsPerUser);

    /// The time by the store's own clock, in whole microseconds.
    Instant now();

    /// Makes the worker silent for longer than its lease.
    void endLease(WorkerId worker);

    /// Makes a queued job that is delayed fall due now.
    void makeDue(AIJob delayed);

    /// Makes a pending message due now, as when its lease or its wait is over.
    void makeDue(MessageId message);

    /// Makes a key look as if it had been used that long ago.
    void backdate(UserId owner, IdempotencyKey key, Duration age);
}
