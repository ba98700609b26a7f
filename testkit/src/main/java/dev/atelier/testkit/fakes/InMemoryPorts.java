package dev.atelier.testkit.fakes;

import dev.atelier.application.Ports;
import dev.atelier.application.port.out.CanvasExports.Document;
import dev.atelier.application.port.out.CanvasGenerator;
import dev.atelier.application.port.out.JobCatalogue;
import dev.atelier.application.port.out.JobQueue;
import dev.atelier.application.port.out.Models;
import dev.atelier.application.port.out.Models.Model;
import dev.atelier.application.port.out.ProviderSwitch;
import dev.atelier.application.port.out.StoreLoad.Load;
import dev.atelier.application.port.out.Tracing;
import dev.atelier.application.port.out.WebhookSender;
import dev.atelier.application.port.out.WebhookSender.Answer;
import dev.atelier.application.port.out.WorkerRegistry;

import java.util.List;
import java.util.Map;

/// Everything that the application needs, in memory.
public final class InMemoryPorts {

    public static final Model OFFLINE = new Model("offline", null, true);

    private static final Load IDLE = new Load(0, 1, 0, Map.of());

    private InMemoryPorts() {}

    public static Ports of(InMemoryJobs jobs, CanvasGenerator generator) {
        return of(jobs, generator, () -> List.of(OFFLINE));
    }

    public static Ports of(InMemoryJobs jobs, CanvasGenerator generator, Models models) {
        return new Ports(
                jobs.store(),
                jobs.queue(),
                jobs.workers(),
                jobs.catalogue(),
                jobs.overview(),
                jobs.retention(),
                jobs.canvases(),
                jobs.progress(),
                jobs.signals(),
                jobs.feed(),
                jobs.log(),
                generator,
                models,
                (canvas, format) ->
                        new Document("text/plain", format.word(), canvas.design().title()),
                jobs.outbox(),
                jobs.webhooks(),
                _ -> new Answer.Status(204, null),
                () -> IDLE,
                Tracing.OFF,
                jobs.pauses(),
                _ -> {});
    }

    /// The same, with receivers that the test has its hand on.
    public static Ports telling(Ports ports, WebhookSender sender) {
        return new Ports(
                ports.store(),
                ports.queue(),
                ports.workers(),
                ports.catalogue(),
                ports.overview(),
                ports.retention(),
                ports.canvases(),
                ports.progress(),
                ports.signals(),
                ports.feed(),
                ports.log(),
                ports.generator(),
                ports.models(),
                ports.exports(),
                ports.outbox(),
                ports.webhooks(),
                sender,
                ports.load(),
                ports.tracing(),
                ports.pauses(),
                ports.providerSwitch());
    }

    /// The same, followed.
    public static Ports traced(Ports ports, Tracing tracing) {
        return new Ports(
                ports.store(),
                ports.queue(),
                ports.workers(),
                ports.catalogue(),
                ports.overview(),
                ports.retention(),
                ports.canvases(),
                ports.progress(),
                ports.signals(),
                ports.feed(),
                ports.log(),
                ports.generator(),
                ports.models(),
                ports.exports(),
                ports.outbox(),
                ports.webhooks(),
                ports.sender(),
                ports.load(),
                tracing,
                ports.pauses(),
                ports.providerSwitch());
    }

    /// The same, with another read side.
    public static Ports reading(Ports ports, JobCatalogue catalogue) {
        return new Ports(
                ports.store(),
                ports.queue(),
                ports.workers(),
                catalogue,
                ports.overview(),
                ports.retention(),
                ports.canvases(),
                ports.progress(),
                ports.signals(),
                ports.feed(),
                ports.log(),
                ports.generator(),
                ports.models(),
                ports.exports(),
                ports.outbox(),
                ports.webhooks(),
                ports.sender(),
                ports.load(),
                ports.tracing(),
                ports.pauses(),
                ports.providerSwitch());
    }

    /// The same, with a queue and a registry that the test has its hand on.
    public static Ports seenThrough(Ports ports, JobQueue queue, WorkerRegistry registry) {
        return new Ports(
                ports.store(),
                queue,
                registry,
                ports.catalogue(),
                ports.overview(),
                ports.retention(),
                ports.canvases(),
                ports.progress(),
                ports.signals(),
                ports.feed(),
                ports.log(),
                ports.generator(),
                ports.models(),
                ports.exports(),
                ports.outbox(),
                ports.webhooks(),
                ports.sender(),
                ports.load(),
                ports.tracing(),
                ports.pauses(),
                ports.providerSwitch());
    }

    /// The same, with providers that the test has its hand on.
    public static Ports switching(Ports ports, Models models, ProviderSwitch providers) {
        return new Ports(
                ports.store(),
                ports.queue(),
                ports.workers(),
                ports.catalogue(),
                ports.overview(),
                ports.retention(),
                ports.canvases(),
                ports.progress(),
                ports.signals(),
                ports.feed(),
                ports.log(),
                ports.generator(),
                models,
                ports.exports(),
                ports.outbox(),
                ports.webhooks(),
                ports.sender(),
                ports.load(),
                ports.tracing(),
                ports.pauses(),
                providers);
    }
}
