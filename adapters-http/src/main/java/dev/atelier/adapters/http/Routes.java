package dev.atelier.adapters.http;

import dev.atelier.adapters.http.Endpoint.Access;
import dev.atelier.adapters.http.admin.CancelJobsHandler;
import dev.atelier.adapters.http.admin.EraseUserHandler;
import dev.atelier.adapters.http.admin.ListAllJobsHandler;
import dev.atelier.adapters.http.admin.ListPausesHandler;
import dev.atelier.adapters.http.admin.ListProvidersHandler;
import dev.atelier.adapters.http.admin.ListWorkersHandler;
import dev.atelier.adapters.http.admin.PauseWorkHandler;
import dev.atelier.adapters.http.admin.ResumeWorkHandler;
import dev.atelier.adapters.http.admin.RetryJobsHandler;
import dev.atelier.adapters.http.admin.ShowAnyHistoryHandler;
import dev.atelier.adapters.http.admin.ShowAnyJobHandler;
import dev.atelier.adapters.http.canvases.DeleteCanvasHandler;
import dev.atelier.adapters.http.canvases.EditCanvasHandler;
import dev.atelier.adapters.http.canvases.ListCanvasesHandler;
import dev.atelier.adapters.http.canvases.RestoreCanvasHandler;
import dev.atelier.adapters.http.canvases.ShowCanvasHandler;
import dev.atelier.adapters.http.jobs.CancelJobHandler;
import dev.atelier.adapters.http.jobs.CleanUpJobsHandler;
import dev.atelier.adapters.http.jobs.DeleteJobHandler;
import dev.atelier.adapters.http.jobs.HeldAnswers;
import dev.atelier.adapters.http.jobs.ListJobsHandler;
import dev.atelier.adapters.http.jobs.ListWebhooksHandler;
import dev.atelier.adapters.http.jobs.RedeliverWebhookHandler;
import dev.atelier.adapters.http.jobs.RetryJobHandler;
import dev.atelier.adapters.http.jobs.ShowHistoryHandler;
import dev.atelier.adapters.http.jobs.ShowPreviewHandler;
import dev.atelier.adapters.http.jobs.ShowResultHandler;
import dev.atelier.adapters.http.jobs.ShowStatsHandler;
import dev.atelier.adapters.http.jobs.ShowStatusHandler;
import dev.atelier.adapters.http.jobs.Submission;
import dev.atelier.adapters.http.jobs.Submission.Work;
import dev.atelier.adapters.http.jobs.SubmissionRules;
import dev.atelier.adapters.http.jobs.SubmitAndWaitHandler;
import dev.atelier.adapters.http.jobs.SubmitJobHandler;
import dev.atelier.adapters.http.live.IssueTicketHandler;
import dev.atelier.adapters.http.live.Streams;
import dev.atelier.adapters.http.live.WatchAllHandler;
import dev.atelier.adapters.http.live.WatchJobHandler;
import dev.atelier.adapters.http.observe.RequestMetrics;
import dev.atelier.adapters.http.security.DevelopmentTokens;
import dev.atelier.adapters.http.security.SignedTokens;
import dev.atelier.adapters.http.service.IssueTokenHandler;
import dev.atelier.adapters.http.service.ListModelsHandler;
import dev.atelier.adapters.http.service.ShowConfigHandler;
import dev.atelier.adapters.http.service.ShowHealthHandler;
import dev.atelier.adapters.http.service.ShowLivenessHandler;
import dev.atelier.adapters.http.service.ShowMetricsHandler;
import dev.atelier.adapters.http.service.ShowOpenApiHandler;
import dev.atelier.adapters.http.service.ShowReadinessHandler;
import dev.atelier.adapters.http.webhook.WebhookRules;

import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Every path of the API, on one page. What is not listed as open needs a token.
final class Routes {

    static final String BASE = "/api/ai-agent";

    private final List<Endpoint> endpoints = new ArrayList<>();

    /// What watching needs beside the use cases.
    record Live(Streams streams, SignedTokens tickets) {}

    private Routes() {}

    static List<Endpoint> of(
            UseCases use,
            HttpSettings settings,
            Optional<DevelopmentTokens> tokens,
            RequestMetrics metrics,
            Live live,
            InstantSource clock) {
        var routes = new Routes();
        routes.jobs(use, settings, clock);
        routes.live(use, live);
        routes.canvases(use);
        routes.administration(use);
        routes.service(use, settings, metrics, clock);
        routes.open(Method.GET, "/config", new ShowConfigHandler(settings.issuer()));
        tokens.ifPresent(
                issuer ->
                        routes.open(
                                Method.POST,
                                "/dev/token",
                                new IssueTokenHandler(issuer, settings.corsOrigins())));
        return List.copyOf(routes.endpoints);
    }

    /// What operators ask a process that users cannot reach.
    static List<Endpoint> withoutUsers(
            UseCases use, HttpSettings settings, RequestMetrics metrics, InstantSource clock) {
        var routes = new Routes();
        routes.observation(use, settings, metrics, clock);
        return List.copyOf(routes.endpoints);
    }

    private void jobs(UseCases use, HttpSettings settings, InstantSource clock) {
        var times = settings.jobs();
        var rules = new SubmissionRules(times.maxTimeout(), new WebhookRules(settings.webhooks()));
        var submission = new Submission(Work.CREATE_CANVAS, use.submit(), rules, clock);
        var change = new Submission(Work.MODIFY_CANVAS, use.submit(), rules, clock);
        var answers = new HeldAnswers(use.await(), use.jobs());
        create("/create-canvas", new SubmitJobHandler(submission, answers));
        create(
                "/create-canvas/sync",
                new SubmitAndWaitHandler(submission, answers, times.syncTimeout()));
        create("/modify-canvas", new SubmitJobHandler(change, answers));
        read(
                Method.GET,
                "/job/{id}/status",
                new ShowStatusHandler(use.jobs(), use.webhooks(), clock));
        read(Method.GET, "/job/{id}/result", new ShowResultHandler(use.jobs()));
        read(Method.GET, "/job/{id}/preview", new ShowPreviewHandler(use.jobs()));
        read(Method.GET, "/job/{id}/history", new ShowHistoryHandler(use.jobs()));
        read(Method.POST, "/job/{id}/cancel", new CancelJobHandler(use.cancel()));
        create("/job/{id}/retry", new RetryJobHandler(use.retry()));
        read(Method.GET, "/job/{id}/webhooks", new ListWebhooksHandler(use.webhooks()));
        create("/job/{id}/webhooks/redeliver", new RedeliverWebhookHandler(use.redeliver()));
        read(Method.DELETE, "/job/{id}", new DeleteJobHandler(use.delete()));
        read(Method.GET, "/jobs", new ListJobsHandler(use.jobs()));
        read(Method.GET, "/jobs/stats", new ShowStatsHandler(use.jobs()));
        read(
                Method.POST,
                "/jobs/cleanup",
                new CleanUpJobsHandler(use.delete(), times.cleanUpAge()));
    }

    private void live(UseCases use, Live live) {
        watch("/job/{id}/events", new WatchJobHandler(use.jobs(), use.watch(), live.streams()));
        watch("/events", new WatchAllHandler(use.jobs(), use.watch(), live.streams()));
        read(Method.POST, "/events/ticket", new IssueTicketHandler(live.tickets()));
    }

    private void canvases(UseCases use) {
        read(Method.GET, "/canvases", new ListCanvasesHandler(use.canvases()));
        read(Method.GET, "/canvases/{id}", new ShowCanvasHandler(use.canvases()));
        read(
                Method.PATCH,
                "/canvases/{id}",
                new EditCanvasHandler(use.editCanvas(), use.canvases()));
        read(
                Method.POST,
                "/canvases/{id}/restore",
                new RestoreCanvasHandler(use.restoreCanvas(), use.canvases()));
        read(Method.DELETE, "/canvases/{id}", new DeleteCanvasHandler(use.deleteCanvas()));
    }

    private void administration(UseCases use) {
        var seen = use.supervision();
        admin(Method.GET, "/admin/jobs", new ListAllJobsHandler(seen));
        admin(Method.POST, "/admin/jobs/retry", new RetryJobsHandler(use.moveMany()));
        admin(Method.POST, "/admin/jobs/cancel", new CancelJobsHandler(use.moveMany()));
        admin(Method.GET, "/admin/job/{id}", new ShowAnyJobHandler(seen));
        admin(Method.GET, "/admin/job/{id}/history", new ShowAnyHistoryHandler(seen));
        admin(Method.DELETE, "/admin/users/{id}", new EraseUserHandler(use.eraseUser()));
        admin(Method.GET, "/admin/workers", new ListWorkersHandler(seen));
        admin(Method.GET, "/admin/providers", new ListProvidersHandler(seen));
        admin(Method.GET, "/admin/pauses", new ListPausesHandler(use.steer()));
        admin(Method.POST, "/admin/pause", new PauseWorkHandler(use.steer()));
        admin(Method.POST, "/admin/resume", new ResumeWorkHandler(use.steer()));
    }

    private void service(
            UseCases use, HttpSettings settings, RequestMetrics metrics, InstantSource clock) {
        observation(use, settings, metrics, clock);
        read(Method.GET, "/models", new ListModelsHandler(use.service()));
        open(Method.GET, "/openapi", new ShowOpenApiHandler());
    }

    private void observation(
            UseCases use, HttpSettings settings, RequestMetrics metrics, InstantSource clock) {
        open(Method.GET, "/health", new ShowHealthHandler(use.service(), clock));
        open(Method.GET, "/health/live", new ShowLivenessHandler());
        open(Method.GET, "/health/ready", new ShowReadinessHandler(use.service()));
        open(
                Method.GET,
                "/metrics",
                new ShowMetricsHandler(
                        settings.metrics(), use.service(), use.webhooks(), use.await(), metrics));
    }

    private void create(String path, Handler handler) {
        endpoints.add(new Endpoint(Method.POST, path, Access.CREATE, handler));
    }

    private void read(Method method, String path, Handler handler) {
        endpoints.add(new Endpoint(method, path, Access.READ, handler));
    }

    private void watch(String path, Handler handler) {
        endpoints.add(new Endpoint(Method.GET, path, Access.WATCH, handler));
    }

    private void admin(Method method, String path, Handler handler) {
        endpoints.add(new Endpoint(method, path, Access.ADMIN, handler));
    }

    private void open(Method method, String path, Handler handler) {
        endpoints.add(new Endpoint(method, path, Access.OPEN, handler));
    }
}
