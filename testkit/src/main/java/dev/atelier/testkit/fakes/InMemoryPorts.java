package dev.atelier.testkit.fakes;

import dev.atelier.application.Ports;
import dev.atelier.application.port.out.CanvasExports.Document;
import dev.atelier.application.port.out.CanvasGenerator;
import dev.atelier.application.port.out.JobQueue;
import dev.atelier.application.port.out.Models;
import dev.atelier.application.port.out.Models.Model;
import dev.atelier.application.port.out.WebhookSender;
import dev.atelier.application.port.out.WebhookSender.Answer;
import dev.atelier.application.port.out.WorkerRegistry;

import java.util.List;

/// Everything that the application needs, in memory.
public final class InMemoryPorts {

    public static final Model OFFLINE = new Model("offline", null, true);

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
                _ -> new Answer.Status(204, null));
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
                sender);
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
                ports.sender());
    }
}
