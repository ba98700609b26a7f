package dev.atelier.application.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.application.port.in.JobDetails;
import dev.atelier.application.port.in.JobFlow;
import dev.atelier.application.port.in.JobQueries.Page;
import dev.atelier.application.port.in.JobQueries.PageRequest;
import dev.atelier.application.port.in.JobStats;
import dev.atelier.application.port.in.PastEvent;
import dev.atelier.application.port.out.JobCatalogue;
import dev.atelier.application.port.out.Models.Model;
import dev.atelier.application.port.out.StoreUnavailable;
import dev.atelier.application.work.WorkSettings;
import dev.atelier.application.work.Worker;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.UserId;
import dev.atelier.domain.retry.RetryPolicy;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.MutableClock;
import dev.atelier.testkit.fakes.InMemoryJobs;
import dev.atelier.testkit.fakes.InMemoryPorts;
import dev.atelier.testkit.fakes.ScriptedGenerator;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

class ServiceQueriesTest {

    private static final WorkSettings SETTINGS =
            new WorkSettings(
                    3, Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofSeconds(30));

    private static final JobFlow NOTHING = new JobFlow(Map.of(), Map.of());

    private final MutableClock clock = MutableClock.atNoon();
    private final InMemoryJobs jobs = new InMemoryJobs(clock, SETTINGS.lease());
    private final Worker worker =
            Worker.of(
                    InMemoryPorts.of(jobs, new ScriptedGenerator()),
                    SETTINGS,
                    new RetryPolicy(Duration.ofMinutes(2), Duration.ofMinutes(8), 0),
                    clock,
                    new Random(1));

    @Test
    void health_counts_workers_and_waiting_jobs() {
        jobs.workers().join(Jobs.aWorker(), 3);
        jobs.store().add(Jobs.submission());

        var health = service(jobs.catalogue()).health();

        assertThat(health.databaseProblem()).isNull();
        assertThat(health.workers()).isEqualTo(1);
        assertThat(health.queuedJobs()).isEqualTo(1);
        assertThat(health.maxConcurrentJobs()).isEqualTo(3);
        assertThat(health.processingIntervalSeconds()).isEqualTo(5);
        assertThat(health.currentModel()).isEqualTo(InMemoryPorts.OFFLINE);
    }

    @Test
    void is_not_healthy_before_the_worker_has_started() {
        var health = service(jobs.catalogue()).health();

        assertThat(health.processorRunning()).isFalse();
        assertThat(health.healthy()).isFalse();
    }

    @Test
    void a_store_that_does_not_answer_is_told_and_not_thrown() {
        var health = service(new SilentCatalogue()).health();

        assertThat(health.databaseProblem()).isEqualTo("disconnected");
        assertThat(health.healthy()).isFalse();
        assertThat(health.workers()).isZero();
        assertThat(health.queuedJobs()).isZero();
        assertThat(health.maxConcurrentJobs()).isEqualTo(3);
    }

    @Test
    void tells_what_waits_and_nothing_while_the_store_is_silent() {
        jobs.workers().join(Jobs.aWorker(), 3);
        jobs.store().add(Jobs.submission());
        clock.pushForward(Duration.ofSeconds(7));

        var backlog = service(jobs.catalogue()).backlog().orElseThrow();

        assertThat(backlog.workers()).isEqualTo(1);
        assertThat(backlog.jobs().queued()).isEqualTo(1);
        assertThat(backlog.jobs().oldestQueuedSeconds()).isEqualTo(7);
        assertThat(backlog.messagesOverdue()).isZero();
        assertThat(service(new SilentCatalogue()).backlog()).isEmpty();
    }

    @Test
    void names_the_models() {
        assertThat(service(jobs.catalogue()).models()).containsExactly(InMemoryPorts.OFFLINE);
    }

    @Test
    void the_current_model_is_the_one_that_new_attempts_ask() {
        var until = Jobs.NOON.plusSeconds(30);
        var paused = new Model("openai", "a-model", false, until);
        var service = service(jobs.catalogue(), List.of(paused, InMemoryPorts.OFFLINE));

        assertThat(service.health().currentModel()).isEqualTo(InMemoryPorts.OFFLINE);
        assertThat(service.models()).containsExactly(paused, InMemoryPorts.OFFLINE);
    }

    private ServiceQueriesService service(JobCatalogue catalogue) {
        return service(catalogue, List.of(InMemoryPorts.OFFLINE));
    }

    private ServiceQueriesService service(JobCatalogue catalogue, List<Model> models) {
        var ports = InMemoryPorts.of(jobs, new ScriptedGenerator(), () -> models);
        return new ServiceQueriesService(
                InMemoryPorts.reading(ports, catalogue), worker, () -> NOTHING);
    }

    private static final class SilentCatalogue implements JobCatalogue {

        @Override
        public Optional<JobDetails> details(JobId id, UserId owner) {
            throw unreachable();
        }

        @Override
        public List<PastEvent> history(JobId id, UserId owner, int limit) {
            throw unreachable();
        }

        @Override
        public Page page(PageRequest request) {
            throw unreachable();
        }

        @Override
        public JobStats stats(UserId owner) {
            throw unreachable();
        }

        @Override
        public JobStats statsOfAll() {
            throw unreachable();
        }

        @Override
        public Pulse pulse() {
            throw unreachable();
        }

        private static StoreUnavailable unreachable() {
            return new StoreUnavailable(new IOException("password of 10.0.0.7 refused"));
        }
    }
}
