package dev.atelier.application.administer;

import dev.atelier.application.port.in.JobDetails;
import dev.atelier.application.port.in.JobNotFound;
import dev.atelier.application.port.in.JobQueries;
import dev.atelier.application.port.in.PastEvent;
import dev.atelier.application.port.in.Supervision;
import dev.atelier.application.port.out.Models;
import dev.atelier.application.port.out.Overview;
import dev.atelier.application.port.out.Overview.Called;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.UserId;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// [Supervision] on an [Overview]. What is known of one job is what its owner is told.
public final class SupervisionService implements Supervision {

    private final Overview overview;
    private final JobQueries owners;
    private final Models models;

    public SupervisionService(Overview overview, JobQueries owners, Models models) {
        this.overview = overview;
        this.owners = owners;
        this.models = models;
    }

    @Override
    public Page jobs(Search search) {
        var page = overview.page(search);
        return models.pausedUntil().map(until -> paused(page, until)).orElse(page);
    }

    private static Page paused(Page page, Instant until) {
        return new Page(
                page.jobs().stream().map(it -> it.pausedUntil(until)).toList(), page.next());
    }

    @Override
    public JobDetails job(JobId id) {
        return owners.details(id, ownerOf(id));
    }

    @Override
    public List<PastEvent> history(JobId id) {
        return owners.history(id, ownerOf(id));
    }

    private UserId ownerOf(JobId id) {
        return overview.ownerOf(id).orElseThrow(() -> new JobNotFound(id));
    }

    @Override
    public List<WorkerStanding> workers() {
        return overview.workers();
    }

    @Override
    public List<ProviderStanding> providers() {
        var called = overview.lastHour();
        return models.all().stream().map(model -> standing(model, called)).toList();
    }

    private static ProviderStanding standing(Models.Model model, List<Called> called) {
        var record =
                called.stream()
                        .filter(it -> it.provider().equals(model.provider()))
                        .filter(it -> Objects.equals(it.model(), model.model()))
                        .map(Called::record)
                        .findFirst()
                        .orElse(CallRecord.NONE);
        return new ProviderStanding(
                model.provider(), model.model(), model.current(), model.pausedUntil(), record);
    }
}
