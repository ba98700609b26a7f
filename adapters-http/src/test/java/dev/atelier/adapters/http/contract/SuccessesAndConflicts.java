package dev.atelier.adapters.http.contract;

import dev.atelier.adapters.http.FakeApplication.Happening;
import dev.atelier.adapters.http.TestServer;
import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.in.JobMove;
import dev.atelier.application.port.in.PastEvent;
import dev.atelier.application.port.in.ServiceQueries.Health;
import dev.atelier.application.port.in.Supervision.CallRecord;
import dev.atelier.application.port.in.Supervision.ProviderStanding;
import dev.atelier.application.port.in.Supervision.WorkerStanding;
import dev.atelier.application.port.in.WatchJobs.Update.Drawn;
import dev.atelier.application.port.in.WatchJobs.Update.Moved;
import dev.atelier.application.port.in.WatchJobs.Update.Progressed;
import dev.atelier.application.port.in.WebhookDelivery;
import dev.atelier.application.port.out.Models.Model;
import dev.atelier.application.port.out.StoreUnavailable;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.Announcement;
import dev.atelier.domain.job.WebhookUrl;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.Submission;

import java.time.Duration;
import java.util.List;

/// What each operation is there for, and what stands in its way at times. An operation that the
/// document gains needs a line here: how it succeeds.
final class SuccessesAndConflicts {

    private static final String DRAWN_ON = "019aaf3e-6c00-7000-8000-000000000001";

    private final Driver driver;
    private final TestServer server;
    private final String alice;
    private final String root;

    SuccessesAndConflicts(Driver driver, TestServer server) {
        this.driver = driver;
        this.server = server;
        this.alice = server.tokenOf("alice");
        this.root = server.tokenOfAdmin();
    }

    void drive() {
        submissions();
        jobs();
        webhooks();
        live();
        lists();
        canvases();
        administration();
        service();
    }

    private Call call(String operationId) {
        return driver.call(operationId).by(alice);
    }

    private void expect(int status, Call call) {
        driver.expect(status, call, server);
    }

    private void submissions() {
        server.canvases.add(Jobs.ALICE, DRAWN_ON, Jobs.DRAWN);
        for (var operation : List.of("createCanvas", "createCanvasAndWait", "modifyCanvas")) {
            var call = call(operation);
            var waiting = call.with("Prefer: wait=1");
            var keyed = call.with("Idempotency-Key: " + operation);
            expect(202, keyed);
            expect(202, keyed);
            expect(422, keyed.saying(changed(call)));
            ends(
                    job ->
                            Jobs.completion(job.start(Jobs.aWorker(), Jobs.NOON).job(), Jobs.NOON)
                                    .job());
            expect(200, waiting);
            ends(job -> Jobs.failure(job.start(Jobs.aWorker(), Jobs.NOON).job(), Jobs.NOON).job());
            expect(502, waiting);
            ends(job -> job.cancel(Jobs.NOON).job());
            expect(409, waiting);
            ends(job -> job);
            expect(202, waiting);
        }
    }

    private void ends(Happening happening) {
        server.application.whileWaiting = happening;
    }

    private static String changed(Call call) {
        return String.valueOf(call.body())
                .replace("\"instructions\":\"", "\"instructions\":\"Now ");
    }

    private void jobs() {
        var running = server.application.add(Jobs.aRunningJob(Jobs.aWorker()));
        var queued = server.application.add(Jobs.aQueuedJob());
        var completed = server.application.add(Jobs.aCompletedJob());
        var failed = server.application.add(Jobs.aFailedJob());
        for (var job : List.of(running, queued, completed, failed)) {
            var status = driver.expect(200, call("showStatus").on(job.id()), server);
            expect(
                    304,
                    call("showStatus")
                            .on(job.id())
                            .with("If-None-Match: " + status.header("etag")));
        }
        expect(200, call("showResult").on(completed.id()));
        expect(409, call("showResult").on(failed.id()));

        expect(200, call("showPreview").on(running.id()));
        server.application.hasDrawn(running, Jobs.DRAWN);
        var preview = driver.expect(200, call("showPreview").on(running.id()), server);
        expect(
                304,
                call("showPreview")
                        .on(running.id())
                        .with("If-None-Match: " + preview.header("etag")));
        expect(409, call("showPreview").on(queued.id()));

        server.application.history = history();
        expect(200, call("showHistory").on(running.id()));
        expect(200, call("cancelJob").on(running.id()));
        expect(409, call("cancelJob").on(completed.id()));
        expect(200, call("retryJob").on(failed.id()));
        expect(409, call("retryJob").on(queued.id()));
        expect(409, call("deleteJob").on(queued.id()));
        expect(204, call("deleteJob").on(completed.id()));
    }

    private static List<PastEvent> history() {
        var started = Jobs.aQueuedJob().start(Jobs.aWorker(), Jobs.NOON);
        return List.of(
                PastEvent.of(Jobs.submission()),
                PastEvent.of(started),
                PastEvent.of(Jobs.requeue(started.job(), Jobs.NOON.plusSeconds(60), Jobs.NOON)),
                PastEvent.of(Jobs.completion(started.job(), Jobs.NOON)));
    }

    private void webhooks() {
        var hook = new WebhookUrl("https://hooks.example/in");
        var end = Submission.by(Jobs.ALICE).toldTo(hook).made().job().cancel(Jobs.NOON);
        var message = Announcement.of(end).orElseThrow();
        var attempt = new WebhookDelivery.Attempt(1, Jobs.NOON, 503, null, Duration.ofMillis(12));
        server.webhooks.deliveries.add(
                new WebhookDelivery(
                        message,
                        WebhookDelivery.Status.PENDING,
                        Jobs.NOON.plusSeconds(5),
                        List.of(attempt)));
        var told = server.application.add(end.job());

        expect(200, call("listWebhooks").on(told.id()));
        expect(202, call("redeliverWebhook").on(told.id()));
        expect(409, call("redeliverWebhook").on(silentJob().id()));
    }

    private AIJob silentJob() {
        return server.application.add(Jobs.aCancelledJob());
    }

    private void live() {
        var running = server.application.add(Jobs.aRunningJob(Jobs.aWorker()));
        var requeued = Jobs.requeue(running, Jobs.NOON.plusSeconds(60), Jobs.NOON);
        var completed = Jobs.completion(running, Jobs.NOON);
        var progress = new Progress(40, "Drawing");
        server.watch.updates =
                List.of(
                        new Moved(JobMove.of(Jobs.submission(), Jobs.NOON)),
                        new Progressed(running.id(), running.version(), progress),
                        new Drawn(running.id(), running.version(), Jobs.DRAWN),
                        new Moved(JobMove.of(requeued, Jobs.NOON)),
                        new Moved(JobMove.of(running.cancel(Jobs.NOON), Jobs.NOON)),
                        new Moved(JobMove.of(Jobs.failure(running, Jobs.NOON), Jobs.NOON)),
                        new Moved(JobMove.of(completed, Jobs.NOON)));

        driver.hear("event:completed", call("watchJobs"), server);
        server.watch.updates = List.of(new Moved(JobMove.of(completed, Jobs.NOON)));
        expect(200, call("watchJob").on(running.id()));
        var ended = server.application.add(completed.job());
        expect(204, call("watchJob").on(ended.id()).with("Last-Event-ID: " + ended.version()));
        expect(200, call("issueTicket"));
    }

    private void lists() {
        expect(200, call("listJobs").asking("limit=2&status=queued"));
        expect(200, call("showStats"));
        expect(403, call("showStats").asking("scope=all"));
        expect(200, call("cleanUpJobs"));
        expect(403, call("cleanUpJobs").saying("{\"scope\":\"all\"}"));
    }

    private void canvases() {
        expect(200, call("listCanvases"));
        var flow = call("showCanvas").on(DRAWN_ON);
        var etag = driver.expect(200, flow, server).header("etag");
        for (var format : List.of("svg", "excalidraw", "mermaid")) {
            var document = driver.expect(200, flow.asking("format=" + format), server);
            var known = flow.asking("format=" + format);
            expect(304, known.with("If-None-Match: " + document.header("etag")));
        }
        expect(304, flow.with("If-None-Match: " + etag));
        expect(406, flow.with("Accept: image/png"));
        expect(400, flow.asking("format=png"));

        var edit = "{\"version\":1,\"edits\":[{\"op\":\"move\",\"id\":\"start\",\"x\":9,\"y\":9}]}";
        expect(200, call("editCanvas").on(DRAWN_ON).saying(edit));
        expect(409, call("editCanvas").on(DRAWN_ON).saying(edit));
        var restore = call("restoreCanvas").on(DRAWN_ON);
        expect(200, restore.saying("{\"version\":2,\"restore\":1}"));
        expect(409, restore.saying("{\"version\":2,\"restore\":1}"));
        expect(204, call("deleteCanvas").on(DRAWN_ON));
    }

    private void administration() {
        var job = server.administration.add(Jobs.aRunningJob(Jobs.aWorker()));
        var until = Jobs.NOON.plusSeconds(30);
        var calls = new CallRecord(5, 2, 1.25, "overloaded", Jobs.NOON);
        server.administration.history.addAll(history());
        server.administration.workers.add(
                new WorkerStanding(Jobs.aWorker(), 3, 2, Jobs.NOON, until));
        server.administration.providers.add(
                new ProviderStanding("openai", "gpt", true, until, calls));
        server.administration.providers.add(
                new ProviderStanding("offline", null, false, null, CallRecord.NONE));

        expect(200, call("listAllJobs").by(root));
        expect(200, call("retryJobs").by(root));
        expect(200, call("cancelJobs").by(root));
        expect(200, call("showAnyJob").by(root).on(job.id()));
        expect(200, call("showAnyHistory").by(root).on(job.id()));
        expect(200, call("eraseUser").by(root).on("bob"));
        expect(200, call("listWorkers").by(root));
        expect(200, call("listProviders").by(root));
        expect(200, call("pauseWork").by(root));
        expect(200, call("listPauses").by(root));
        expect(200, call("resumeWork").by(root));
    }

    private void service() {
        for (var open : List.of("showConfig", "showHealth", "showLiveness", "showReadiness")) {
            expect(200, call(open).by(""));
        }
        expect(200, call("listModels"));
        expect(200, call("showOpenApi").by(""));
        expect(200, call("showMetrics").by(""));
        expect(200, call("issueDevelopmentToken").by(""));
        expect(403, call("issueDevelopmentToken").by("").with("Origin: https://evil.example"));

        server.health =
                new Health("down", false, 0, 3, 5, new Model("offline", null, true), 0, 0, true);
        expect(503, call("showHealth").by(""));
        expect(503, call("showReadiness").by(""));
        server.health = TestServer.WELL;
        server.application.failure = new StoreUnavailable(new IllegalStateException());
        expect(503, call("showMetrics").by(""));
        expect(503, call("listJobs"));
        server.application.failure = null;
    }
}
