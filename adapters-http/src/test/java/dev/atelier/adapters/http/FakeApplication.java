package dev.atelier.adapters.http;

import dev.atelier.application.port.in.AwaitJob;
import dev.atelier.application.port.in.CancelJob;
import dev.atelier.application.port.in.DeleteJobs;
import dev.atelier.application.port.in.IdempotencyConflict;
import dev.atelier.application.port.in.JobDetails;
import dev.atelier.application.port.in.JobNotFound;
import dev.atelier.application.port.in.JobQueries;
import dev.atelier.application.port.in.JobStats;
import dev.atelier.application.port.in.PastEvent;
import dev.atelier.application.port.in.RetryJob;
import dev.atelier.application.port.in.SubmitJob;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.IllegalTransition;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.JobRequest.ModifyCanvas;
import dev.atelier.domain.job.JobState.Completed;
import dev.atelier.domain.job.JobState.Running;
import dev.atelier.domain.job.Spending;
import dev.atelier.domain.job.UserId;
import dev.atelier.testkit.JobIds;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.MutableClock;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// All use cases over a map of jobs, as one honest object. What a test does not reach through them
/// it may set: how a job goes on while somebody waits, or what every call fails with.
public final class FakeApplication
        implements SubmitJob, CancelJob, RetryJob, DeleteJobs, AwaitJob, JobQueries {

    public final List<Command> commands = new ArrayList<>();
    public final List<PageRequest> pages = new ArrayList<>();
    public final List<String> deletions = new ArrayList<>();
    public Happening whileWaiting = job -> job;
    public @Nullable RuntimeException failure;
    public @Nullable JobId nextPage;
    public Spending spent = Spending.NONE;
    public List<PastEvent> history = List.of();
    public Spending spentInTheHour = Spending.NONE;

    private final FakeCanvases canvases;
    private final JobIds ids = new JobIds(MutableClock.atNoon());
    private final Map<JobId, JobDetails> jobs = new HashMap<>();
    private final Map<JobId, CanvasDesign> previews = new HashMap<>();
    private final Map<String, Receipt> receipts = new HashMap<>();

    FakeApplication(FakeCanvases canvases) {
        this.canvases = canvases;
    }

    /// What happens to a job while somebody waits for it.
    public interface Happening {

        AIJob on(AIJob job) throws InterruptedException;
    }

    public AIJob add(AIJob job) {
        return add(new JobDetails(job, null, null, List.of()));
    }

    public AIJob add(JobDetails details) {
        jobs.put(details.job().id(), details);
        return details.job();
    }

    public void hasDrawn(AIJob running, CanvasDesign soFar) {
        previews.put(running.id(), soFar);
    }

    @Override
    public Receipt submit(Command command) {
        fail();
        if (command.request() instanceof ModifyCanvas modify) {
            canvases.canvas(modify.target(), command.owner(), null);
        }
        commands.add(command);
        var key = command.key();
        var name = command.owner().value() + "/" + (key == null ? UUID.randomUUID() : key.value());
        var known = receipts.get(name);
        if (known == null) {
            var id = ids.get();
            var job =
                    AIJob.submit(
                                    id,
                                    command.owner(),
                                    command.request(),
                                    command.terms(),
                                    3,
                                    Jobs.NOON)
                            .job();
            receipts.put(name, new Receipt(add(job), true));
            return new Receipt(job, false);
        }
        if (!known.job().request().equals(command.request())) {
            throw new IdempotencyConflict();
        }
        return new Receipt(details(known.job().id(), command.owner()).job(), true);
    }

    @Override
    public AIJob cancel(JobId id, UserId owner) {
        var job = details(id, owner).job();
        return add(job.cancel(Jobs.NOON).job());
    }

    @Override
    public AIJob retry(JobId id, UserId owner) {
        var job = details(id, owner).job();
        return add(job.retry(Jobs.NOON).job());
    }

    @Override
    public void delete(JobId id, UserId owner) {
        var job = details(id, owner).job();
        if (!job.state().isFinal()) {
            throw new IllegalTransition(job, "delete");
        }
        jobs.remove(id);
    }

    @Override
    public int cleanUp(UserId owner, Duration age) {
        fail();
        deletions.add(owner.value() + " " + age);
        return 12;
    }

    @Override
    public int cleanUpAll(Duration age) {
        fail();
        deletions.add("all " + age);
        return 120;
    }

    @Override
    public Wait begin(AIJob job) {
        return new Wait() {
            @Override
            public AIJob await(Duration patience) throws InterruptedException {
                return add(whileWaiting.on(job));
            }

            @Override
            public void callOff() {}

            @Override
            public void close() {}
        };
    }

    @Override
    public int waiting() {
        return 0;
    }

    @Override
    public JobDetails details(JobId id, UserId owner) {
        fail();
        return Optional.ofNullable(jobs.get(id))
                .filter(details -> details.job().owner().equals(owner))
                .orElseThrow(() -> new JobNotFound(id));
    }

    @Override
    public List<PastEvent> history(JobId id, UserId owner) {
        details(id, owner);
        return history;
    }

    @Override
    public Result result(JobId id, UserId owner) {
        var job = details(id, owner).job();
        Optional<CanvasDesign> design =
                job.state() instanceof Completed ? Optional.of(Jobs.DRAWN) : Optional.empty();
        return new Result(job, design);
    }

    @Override
    public Result preview(JobId id, UserId owner) {
        var job = details(id, owner).job();
        Optional<CanvasDesign> design =
                job.state() instanceof Running
                        ? Optional.ofNullable(previews.get(id))
                        : Optional.empty();
        return new Result(job, design);
    }

    @Override
    public Page page(PageRequest request) {
        fail();
        pages.add(request);
        var own =
                jobs.values().stream()
                        .filter(details -> details.job().owner().equals(request.owner()))
                        .toList();
        return new Page(own, nextPage);
    }

    @Override
    public JobStats stats(UserId owner) {
        fail();
        return stats(jobs.size());
    }

    @Override
    public JobStats statsOfAll() {
        fail();
        return stats(1000);
    }

    private JobStats stats(long completed) {
        var hour = new JobStats.Hour(Jobs.NOON, 3, 1, 2.5, null, 7, spentInTheHour);
        var hours = List.of(hour);
        return new JobStats(1, 2, completed, 1, 0, 12.5, 10.0, 30.0, 1.5, null, spent, hours);
    }

    private void fail() {
        if (failure != null) {
            throw failure;
        }
    }
}
