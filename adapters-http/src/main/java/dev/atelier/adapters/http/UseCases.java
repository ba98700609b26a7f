package dev.atelier.adapters.http;

import dev.atelier.application.port.in.AwaitJob;
import dev.atelier.application.port.in.CancelJob;
import dev.atelier.application.port.in.CanvasQueries;
import dev.atelier.application.port.in.DeleteCanvas;
import dev.atelier.application.port.in.DeleteJobs;
import dev.atelier.application.port.in.EditCanvas;
import dev.atelier.application.port.in.EraseUser;
import dev.atelier.application.port.in.JobQueries;
import dev.atelier.application.port.in.MoveManyJobs;
import dev.atelier.application.port.in.RedeliverWebhook;
import dev.atelier.application.port.in.RestoreCanvas;
import dev.atelier.application.port.in.RetryJob;
import dev.atelier.application.port.in.ServiceQueries;
import dev.atelier.application.port.in.SteerWork;
import dev.atelier.application.port.in.SubmitJob;
import dev.atelier.application.port.in.Supervision;
import dev.atelier.application.port.in.WatchJobs;
import dev.atelier.application.port.in.WebhookQueries;

/// All that can be asked of the application, in one hand.
public record UseCases(
        SubmitJob submit,
        CancelJob cancel,
        RetryJob retry,
        DeleteJobs delete,
        AwaitJob await,
        JobQueries jobs,
        WatchJobs watch,
        CanvasQueries canvases,
        EditCanvas editCanvas,
        RestoreCanvas restoreCanvas,
        DeleteCanvas deleteCanvas,
        WebhookQueries webhooks,
        RedeliverWebhook redeliver,
        Supervision supervision,
        MoveManyJobs moveMany,
        SteerWork steer,
        EraseUser eraseUser,
        ServiceQueries service) {}
