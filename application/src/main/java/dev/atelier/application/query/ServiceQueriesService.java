package dev.atelier.application.query;

import dev.atelier.application.port.in.ServiceQueries;
import dev.atelier.application.port.in.WorkDone;
import dev.atelier.application.port.out.JobCatalogue;
import dev.atelier.application.port.out.JobCatalogue.Pulse;
import dev.atelier.application.port.out.Models;
import dev.atelier.application.work.Worker;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Optional;

/// [ServiceQueries] from the worker, the models and one cheap look at the store.
public final class ServiceQueriesService implements ServiceQueries {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceQueriesService.class);

    private final JobCatalogue catalogue;
    private final Models models;
    private final Worker worker;

    public ServiceQueriesService(JobCatalogue catalogue, Models models, Worker worker) {
        this.catalogue = catalogue;
        this.models = models;
        this.worker = worker;
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
}
