package dev.atelier.application;

import dev.atelier.application.port.out.CanvasExports;
import dev.atelier.application.port.out.CanvasGenerator;
import dev.atelier.application.port.out.CanvasStore;
import dev.atelier.application.port.out.JobCatalogue;
import dev.atelier.application.port.out.JobFeed;
import dev.atelier.application.port.out.JobLog;
import dev.atelier.application.port.out.JobQueue;
import dev.atelier.application.port.out.JobRetention;
import dev.atelier.application.port.out.JobSignals;
import dev.atelier.application.port.out.JobStore;
import dev.atelier.application.port.out.Models;
import dev.atelier.application.port.out.Outlook;
import dev.atelier.application.port.out.Overview;
import dev.atelier.application.port.out.PauseBoard;
import dev.atelier.application.port.out.ProgressBoard;
import dev.atelier.application.port.out.ProviderSwitch;
import dev.atelier.application.port.out.StoreLoad;
import dev.atelier.application.port.out.Tracing;
import dev.atelier.application.port.out.WebhookLog;
import dev.atelier.application.port.out.WebhookOutbox;
import dev.atelier.application.port.out.WebhookSender;
import dev.atelier.application.port.out.WorkerRegistry;

/// Everything the application needs from the outside.
public record Ports(
        JobStore store,
        JobQueue queue,
        Outlook outlook,
        WorkerRegistry workers,
        JobCatalogue catalogue,
        Overview overview,
        JobRetention retention,
        CanvasStore canvases,
        ProgressBoard progress,
        JobSignals signals,
        JobFeed feed,
        JobLog log,
        CanvasGenerator generator,
        Models models,
        CanvasExports exports,
        WebhookOutbox outbox,
        WebhookLog webhooks,
        WebhookSender sender,
        StoreLoad load,
        Tracing tracing,
        PauseBoard pauses,
        ProviderSwitch providerSwitch) {

    /// The same, seen through another store.
    Ports through(JobStore other) {
        return new Ports(
                other,
                queue,
                outlook,
                workers,
                catalogue,
                overview,
                retention,
                canvases,
                progress,
                signals,
                feed,
                log,
                generator,
                models,
                exports,
                outbox,
                webhooks,
                sender,
                load,
                tracing,
                pauses,
                providerSwitch);
    }
}
