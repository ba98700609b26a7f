package dev.atelier.application;

import dev.atelier.application.administer.EraseUserService;
import dev.atelier.application.administer.MoveManyJobsService;
import dev.atelier.application.administer.SteerWorkService;
import dev.atelier.application.administer.SupervisionService;
import dev.atelier.application.announce.Announcer;
import dev.atelier.application.announce.RedeliverWebhookService;
import dev.atelier.application.announce.WebhookQueriesService;
import dev.atelier.application.canvas.CanvasQueriesService;
import dev.atelier.application.canvas.DeleteCanvasService;
import dev.atelier.application.canvas.EditCanvasService;
import dev.atelier.application.canvas.RestoreCanvasService;
import dev.atelier.application.control.CancelJobService;
import dev.atelier.application.control.DeleteJobsService;
import dev.atelier.application.control.RetryJobService;
import dev.atelier.application.loop.Deadline;
import dev.atelier.application.loop.Lookout;
import dev.atelier.application.measure.MeteredStore;
import dev.atelier.application.port.in.AwaitJob;
import dev.atelier.application.port.in.CancelJob;
import dev.atelier.application.port.in.CanvasQueries;
import dev.atelier.application.port.in.DeleteCanvas;
import dev.atelier.application.port.in.DeleteJobs;
import dev.atelier.application.port.in.EditCanvas;
import dev.atelier.application.port.in.EraseUser;
import dev.atelier.application.port.in.JobQueries;
import dev.atelier.application.port.in.MoveManyJobs;
import dev.atelier.application.port.in.RedeliverWebhook;
import dev.atelier.application.port.in.RestoreCanvas;
import dev.atelier.application.port.in.RetryJob;
import dev.atelier.application.port.in.ServiceQueries;
import dev.atelier.application.port.in.SteerWork;
import dev.atelier.application.port.in.SubmitJob;
import dev.atelier.application.port.in.Supervision;
import dev.atelier.application.port.in.WatchJobs;
import dev.atelier.application.port.in.WebhookQueries;
import dev.atelier.application.port.out.Retention;
import dev.atelier.application.query.AwaitJobService;
import dev.atelier.application.query.JobQueriesService;
import dev.atelier.application.query.ServiceQueriesService;
import dev.atelier.application.submit.SubmitJobService;
import dev.atelier.application.tidy.Upkeep;
import dev.atelier.application.watch.WatchJobsService;
import dev.atelier.application.work.WorkSettings;
import dev.atelier.application.work.Worker;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.retry.RetryPolicy;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// The hexagon, assembled: give it what it needs, and it offers its use cases and a worker.
public final class AIJobsApplication {

    private final Ports ports;
    private final SubmitJob submitJob;
    private final CancelJob cancelJob;
    private final RetryJob retryJob;
    private final DeleteJobs deleteJobs;
    private final JobQueries jobQueries;
    private final AwaitJobService awaitJob;
    private final WatchJobsService watchJobs;
    private final CanvasQueries canvasQueries;
    private final EditCanvas editCanvas;
    private final RestoreCanvas restoreCanvas;
    private final DeleteCanvas deleteCanvas;
    private final ServiceQueries serviceQueries;
    private final WebhookQueries webhookQueries;
    private final RedeliverWebhook redeliverWebhook;
    private final Supervision supervision;
    private final MoveManyJobs moveManyJobs;
    private final SteerWorkService steerWork;
    private final EraseUser eraseUser;
    private final Announcer announcer;
    private final Worker worker;
    private final Upkeep upkeep;
    private final Lookout lookout;

    /// @param retriesAllowed automatic retries after the first attempt
    /// @param keepEndedJobs how long jobs stay after they ended
    public record Settings(
            WorkSettings work, RetryPolicy retry, int retriesAllowed, Retention keepEndedJobs) {

        /// The same, for a process that leaves the jobs to others.
        public Settings withoutWork() {
            return new Settings(work.withoutSlots(), retry, retriesAllowed, keepEndedJobs);
        }
    }

    /// @param random is asked from many threads at once
    public AIJobsApplication(
            Ports given,
            Settings settings,
            InstantSource clock,
            Supplier<JobId> ids,
            RandomGenerator random) {
        var store = new MeteredStore(given.store());
        this.ports = given.through(store);
        this.submitJob =
                new SubmitJobService(
                        ports.store(), ports.canvases(), ids, clock, settings.retriesAllowed());
        this.canvasQueries = new CanvasQueriesService(ports.canvases(), ports.exports());
        this.editCanvas = new EditCanvasService(ports.canvases());
        this.restoreCanvas = new RestoreCanvasService(ports.canvases());
        this.deleteCanvas = new DeleteCanvasService(ports.canvases());
        this.cancelJob = new CancelJobService(ports.store(), clock);
        this.retryJob = new RetryJobService(ports.store(), clock);
        this.deleteJobs = new DeleteJobsService(ports.store(), ports.retention());
        this.jobQueries =
                new JobQueriesService(
                        ports.store(), ports.catalogue(), ports.progress(), ports.models());
        this.supervision = new SupervisionService(ports.overview(), jobQueries, ports.models());
        this.moveManyJobs = new MoveManyJobsService(ports.overview(), ports.store(), clock);
        this.eraseUser =
                new EraseUserService(
                        ports.overview(),
                        ports.store(),
                        ports.retention(),
                        ports.canvases(),
                        clock);
        this.awaitJob = new AwaitJobService(ports.store(), settings.work().poll());
        this.watchJobs =
                WatchJobsService.of(
                        ports.store(),
                        ports.log(),
                        ports.progress(),
                        clock,
                        settings.work().poll());
        this.worker = Worker.of(ports, settings.work(), settings.retry(), clock, random);
        this.steerWork = new SteerWorkService(ports, worker::look);
        this.serviceQueries = new ServiceQueriesService(ports, worker, store::flow);
        this.upkeep = Upkeep.of(ports, settings, clock, random);
        this.announcer = Announcer.of(ports, Lookout.UNTOLD, clock, random);
        this.lookout =
                new Lookout(
                        ports.outlook(),
                        settings.work().look(),
                        List.of(worker, announcer, upkeep, steerWork));
        this.webhookQueries = new WebhookQueriesService(ports.store(), ports.webhooks(), announcer);
        this.redeliverWebhook = new RedeliverWebhookService(ports.store(), ports.webhooks());
    }

    /// Begins to run jobs, to tell of them and to keep house.
    public void start() {
        ports.signals().listen(awaitJob);
        watchJobs.start(ports.feed());
        steerWork.start(ports.signals());
        worker.start(ports.signals());
        announcer.start();
        upkeep.start();
        lookout.start();
    }

    /// Health says so from now on, and nobody waits for the end of a job any more; nothing else
    /// changes yet.
    public void announceStop() {
        worker.announceDrain();
        awaitJob.stop();
    }

    /// Stops running jobs within `patience`; unfinished ones go back to the queue unharmed.
    public void stop(Duration patience) throws InterruptedException {
        var deadline = Deadline.in(patience);
        lookout.stop();
        upkeep.stop();
        announcer.stop();
        steerWork.stop();
        worker.drain(patience);
        lookout.awaitEnd(deadline.left());
        upkeep.awaitEnd(deadline.left());
        announcer.awaitEnd(deadline.left());
        steerWork.awaitEnd(deadline.left());
        watchJobs.stop(deadline);
    }

    public SubmitJob submitJob() {
        return submitJob;
    }

    public CancelJob cancelJob() {
        return cancelJob;
    }

    public RetryJob retryJob() {
        return retryJob;
    }

    public DeleteJobs deleteJobs() {
        return deleteJobs;
    }

    public JobQueries jobQueries() {
        return jobQueries;
    }

    public AwaitJob awaitJob() {
        return awaitJob;
    }

    public WatchJobs watchJobs() {
        return watchJobs;
    }

    public CanvasQueries canvasQueries() {
        return canvasQueries;
    }

    public EditCanvas editCanvas() {
        return editCanvas;
    }

    public RestoreCanvas restoreCanvas() {
        return restoreCanvas;
    }

    public DeleteCanvas deleteCanvas() {
        return deleteCanvas;
    }

    public WebhookQueries webhookQueries() {
        return webhookQueries;
    }

    public RedeliverWebhook redeliverWebhook() {
        return redeliverWebhook;
    }

    public Supervision supervision() {
        return supervision;
    }

    public MoveManyJobs moveManyJobs() {
        return moveManyJobs;
    }

    public SteerWork steerWork() {
        return steerWork;
    }

    public EraseUser eraseUser() {
        return eraseUser;
    }

    public ServiceQueries serviceQueries() {
        return serviceQueries;
    }
}
