package dev.atelier.application.query;

import dev.atelier.application.Ports;
import dev.atelier.application.port.in.JobFlow;
import dev.atelier.application.port.in.ServiceQueries;
import dev.atelier.application.port.in.WorkDone;
import dev.atelier.application.port.out.JobCatalogue;
import dev.atelier.application.port.out.JobCatalogue.Pulse;
import dev.atelier.application.port.out.Models;
import dev.atelier.application.port.out.StoreLoad;
import dev.atelier.application.port.out.StoreUnavailable;
import dev.atelier.application.port.out.WebhookOutbox;
import dev.atelier.application.work.Worker;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// [ServiceQueries] from the worker, the models and one cheap look at the store.
public final class ServiceQueriesService implements ServiceQueries {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceQueriesService.class);

    private final JobCatalogue catalogue;
    private final Models models;
    private final WebhookOutbox outbox;
    private final StoreLoad load;
    private final Worker worker;
    private final Supplier<JobFlow> flow;

    /// @param flow counts what `worker` and everybody else store
    public ServiceQueriesService(Ports ports, Worker worker, Supplier<JobFlow> flow) {
        this.catalogue = ports.catalogue();
        this.models = ports.models();
        this.outbox = ports.outbox();
        this.load = ports.load();
        this.worker = worker;
        this.flow = flow;
    }

    @Override
    public Health health() {
        var pulse = pulse();
        var settings = worker.settings();
        return new Health(
                pulse.isPresent() ? null : "disconnected",
                worker.isRunning(),
                worker.activeJobs(),
                settings.slots(),
                settings.poll().toSeconds(),
                models.current(),
                pulse.map(Pulse::workers).orElse(0),
                pulse.map(Pulse::queued).orElse(0L),
                worker.isDraining());
    }

    private Optional<Pulse> pulse() {
        try {
            return Optional.of(catalogue.pulse());
        } catch (RuntimeException unreachable) {
            LOG.warn("health: the database does not answer", unreachable);
            return Optional.empty();
        }
    }

    @Override
    public List<Models.Model> models() {
        return models.all();
    }

    @Override
    public WorkDone workDone() {
        return worker.workDone();
    }

    @Override
    public JobFlow jobFlow() {
        return flow.get();
    }

    @Override
    public StoreLoad.Load storeLoad() {
        return load.now();
    }

    @Override
    public Optional<Backlog> backlog() {
        try {
            return Optional.of(
                    new Backlog(
                            catalogue.pulse().workers(), catalogue.statsOfAll(), outbox.overdue()));
        } catch (StoreUnavailable unreachable) {
            LOG.warn("metrics: the database does not answer", unreachable);
            return Optional.empty();
        }
    }
}
