package dev.atelier.application.query;

import dev.atelier.application.port.in.ServiceQueries;
import dev.atelier.application.port.out.JobCatalogue;
import dev.atelier.application.port.out.JobCatalogue.Pulse;
import dev.atelier.application.port.out.Models;
import dev.atelier.application.work.Worker;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;

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
        try {
            return health(null, catalogue.pulse());
        } catch (RuntimeException unreachable) {
            LOG.warn("health: the database does not answer", unreachable);
            return health("disconnected", new Pulse(0, 0));
        }
    }

    private Health health(@Nullable String problem, Pulse pulse) {
        var settings = worker.settings();
        return new Health(
                problem,
                worker.isRunning(),
                worker.activeJobs(),
                settings.slots(),
                settings.poll().toSeconds(),
                models.all().getFirst(),
                pulse.workers(),
                pulse.queued(),
                worker.isDraining());
    }

    @Override
    public List<Models.Model> models() {
        return models.all();
    }
}
