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
                jobs.outlook(),
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
        var other = new Others(ports);
        other.sender = sender;
        return other.ports();
    }

    /// The same, followed.
    public static Ports traced(Ports ports, Tracing tracing) {
        var other = new Others(ports);
        other.tracing = tracing;
        return other.ports();
    }

    /// The same, with another read side.
    public static Ports reading(Ports ports, JobCatalogue catalogue) {
        var other = new Others(ports);
        other.catalogue = catalogue;
        return other.ports();
    }

    /// The same, with a queue and a registry that the test has its hand on.
    public static Ports seenThrough(Ports ports, JobQueue queue, WorkerRegistry registry) {
        var other = new Others(ports);
        other.queue = queue;
        other.registry = registry;
        return other.ports();
    }

    /// The same, with providers that the test has its hand on.
    public static Ports switching(Ports ports, Models models, ProviderSwitch providers) {
        var other = new Others(ports);
        other.models = models;
        other.providers = providers;
        return other.ports();
    }

    /// Some ports, of which a few may be exchanged.
    private static final class Others {

        private final Ports all;
        private JobQueue queue;
        private WorkerRegistry registry;
        private JobCatalogue catalogue;
        private Models models;
        private WebhookSender sender;
        private Tracing tracing;
        private ProviderSwitch providers;

        Others(Ports ports) {
            all = ports;
            queue = ports.queue();
            registry = ports.workers();
            catalogue = ports.catalogue();
            models = ports.models();
            sender = ports.sender();
            tracing = ports.tracing();
            providers = ports.providerSwitch();
        }

        Ports ports() {
            return new Ports(
                    all.store(),
                    queue,
                    all.outlook(),
                    registry,
                    catalogue,
                    all.overview(),
                    all.retention(),
                    all.canvases(),
                    all.progress(),
                    all.signals(),
                    all.feed(),
                    all.log(),
                    all.generator(),
                    models,
                    all.exports(),
                    all.outbox(),
                    all.webhooks(),
                    sender,
                    all.load(),
                    tracing,
                    all.pauses(),
                    providers);
        }
    }
}
