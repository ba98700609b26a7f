package dev.atelier.adapters.http;

import dev.atelier.application.port.in.EraseUser;
import dev.atelier.application.port.in.JobDetails;
import dev.atelier.application.port.in.JobNotFound;
import dev.atelier.application.port.in.MoveManyJobs;
import dev.atelier.application.port.in.PastEvent;
import dev.atelier.application.port.in.SteerWork;
import dev.atelier.application.port.in.Supervision;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.UserId;
import dev.atelier.testkit.Jobs;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// What administrators see is what the test has put here, and what they do is written down.
public final class FakeAdministration implements Supervision, MoveManyJobs, SteerWork, EraseUser {

    public final List<JobDetails> jobs = new ArrayList<>();
    public final List<PastEvent> history = new ArrayList<>();
    public final List<WorkerStanding> workers = new ArrayList<>();
    public final List<ProviderStanding> providers = new ArrayList<>();
    public final List<Search> searches = new ArrayList<>();
    public final List<MoveManyJobs.Command> retries = new ArrayList<>();
    public final List<MoveManyJobs.Command> cancellations = new ArrayList<>();
    public final List<EraseUser.Command> erasures = new ArrayList<>();
    public final List<Pause> pauses = new ArrayList<>();
    public @Nullable JobId nextPage;

    public AIJob add(AIJob job) {
        jobs.add(new JobDetails(job, null, null, List.of()));
        return job;
    }

    @Override
    public Page jobs(Search search) {
        searches.add(search);
        return new Page(List.copyOf(jobs), nextPage);
    }

    @Override
    public JobDetails job(JobId id) {
        return jobs.stream()
                .filter(details -> details.job().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new JobNotFound(id));
    }

    @Override
    public List<PastEvent> history(JobId id) {
        job(id);
        return history;
    }

    @Override
    public List<WorkerStanding> workers() {
        return workers;
    }

    @Override
    public List<ProviderStanding> providers() {
        return providers;
    }

    @Override
    public Outcome retry(MoveManyJobs.Command command) {
        retries.add(command);
        return new Outcome(3, 2, true);
    }

    @Override
    public Outcome cancel(MoveManyJobs.Command command) {
        cancellations.add(command);
        return new Outcome(1, 1, false);
    }

    @Override
    public Erased erase(EraseUser.Command command) {
        erasures.add(command);
        return new Erased(7, 2);
    }

    @Override
    public List<Pause> pauses() {
        return List.copyOf(pauses);
    }

    @Override
    public void pause(UserId by, @Nullable String provider, @Nullable String reason) {
        pauses.add(new Pause(provider, reason, by, Jobs.NOON));
    }

    @Override
    public void resume(UserId by, @Nullable String provider) {
        pauses.removeIf(pause -> Objects.equals(pause.provider(), provider));
    }

    @Override
    public Set<String> pausable() {
        return Set.of("offline", "openai");
    }
}
