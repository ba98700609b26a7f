package dev.atelier.application.query;

import dev.atelier.application.port.in.JobDetails;
import dev.atelier.application.port.in.JobNotFound;
import dev.atelier.application.port.in.JobQueries;
import dev.atelier.application.port.in.JobStats;
import dev.atelier.application.port.in.PastEvent;
import dev.atelier.application.port.out.JobCatalogue;
import dev.atelier.application.port.out.JobStore;
import dev.atelier.application.port.out.Models;
import dev.atelier.application.port.out.ProgressBoard;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.JobState.Completed;
import dev.atelier.domain.job.JobState.Running;
import dev.atelier.domain.job.UserId;

import java.util.List;
import java.util.Optional;

/// [JobQueries] on the read side of the store.
public final class JobQueriesService implements JobQueries {

    private static final int LONGEST_HISTORY = 1000;

    private final JobStore store;
    private final JobCatalogue catalogue;
    private final ProgressBoard progress;
    private final Models models;

    public JobQueriesService(
            JobStore store, JobCatalogue catalogue, ProgressBoard progress, Models models) {
        this.store = store;
        this.catalogue = catalogue;
        this.progress = progress;
        this.models = models;
    }

    @Override
    public JobDetails details(JobId id, UserId owner) {
        var details = catalogue.details(id, owner).orElseThrow(() -> new JobNotFound(id));
        return explained(List.of(details)).getFirst();
    }

    @Override
    public List<PastEvent> history(JobId id, UserId owner) {
        var events = catalogue.history(id, owner, LONGEST_HISTORY);
        if (events.isEmpty()) {
            throw new JobNotFound(id);
        }
        return events;
    }

    @Override
    public Result result(JobId id, UserId owner) {
        var job = store.find(id, owner).orElseThrow(() -> new JobNotFound(id));
        return job.state() instanceof Completed
                ? new Result(job, Optional.of(designOf(job)))
                : new Result(job, Optional.empty());
    }

    @Override
    public Result preview(JobId id, UserId owner) {
        var job = store.find(id, owner).orElseThrow(() -> new JobNotFound(id));
        return job.state() instanceof Running
                ? new Result(job, progress.partial(id, owner))
                : new Result(job, Optional.empty());
    }

    private CanvasDesign designOf(AIJob completed) {
        return store.design(completed.id(), completed.owner())
                .orElseThrow(() -> new JobNotFound(completed.id()));
    }

    @Override
    public Page page(PageRequest request) {
        var page = catalogue.page(request);
        return new Page(explained(page.jobs()), page.next());
    }

    /// The catalogue knows the line, not that nobody can be asked for those in it.
    private List<JobDetails> explained(List<JobDetails> found) {
        return models.pausedUntil()
                .map(until -> found.stream().map(it -> it.pausedUntil(until)).toList())
                .orElse(found);
    }

    @Override
    public JobStats stats(UserId owner) {
        return catalogue.stats(owner);
    }

    @Override
    public JobStats statsOfAll() {
        return catalogue.statsOfAll();
    }
}
