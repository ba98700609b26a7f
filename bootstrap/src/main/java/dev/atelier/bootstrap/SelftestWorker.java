package dev.atelier.bootstrap;

import dev.atelier.adapters.postgres.PostgresAdapter;
import dev.atelier.adapters.postgres.PostgresSettings;
import dev.atelier.application.AIJobsApplication;
import dev.atelier.application.port.out.Models;
import dev.atelier.application.port.out.Retention;
import dev.atelier.application.port.out.Tracing;
import dev.atelier.application.port.out.WebhookSender;
import dev.atelier.application.port.out.WorkerRegistry;
import dev.atelier.application.work.WorkSettings;
import dev.atelier.bootstrap.selftest.PacedGenerator;
import dev.atelier.bootstrap.selftest.Task;
import dev.atelier.domain.job.WorkerId;
import dev.atelier.domain.retry.RetryPolicy;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/// A worker of a self-test: the service's own, but for what it draws, on a schema of the test's.
final class SelftestWorker {

    private static final Duration USUAL_POLL = Duration.ofSeconds(5);
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final int RETRIES_ARE_SET_BY_THE_SUBMISSION = 0;

    private SelftestWorker() {}

    /// Works until the process is killed.
    static void run(Storage storage, List<String> arguments) throws InterruptedException {
        var task = Task.of(arguments);
        var url = storage.given().orElseThrow(() -> new WrongSetting("DATABASE_URL is missing"));
        var database =
                PostgresSettings.at(url)
                        .withPoolSize(5)
                        .withLease(task.lease())
                        .withSchema(task.schema());
        var postgres = Storage.reached(() -> PostgresAdapter.open(database));
        var random = new Random();
        var ports =
                Service.ports(
                        postgres,
                        new Announced(postgres.workers()),
                        new PacedGenerator(task.work(), random),
                        () -> List.of(new Models.Model("selftest", null, true)),
                        _ -> new WebhookSender.Answer.None("nobody is told of a test"),
                        Tracing.OFF,
                        _ -> {});
        new AIJobsApplication(ports, settings(task), postgres.clock(), Service::newJobId, random)
                .start();
        new CountDownLatch(1).await();
    }

    private static AIJobsApplication.Settings settings(Task task) {
        return new AIJobsApplication.Settings(
                new WorkSettings(Task.SLOTS, USUAL_POLL, LONG, task.lease()),
                new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(1), 0),
                RETRIES_ARE_SET_BY_THE_SUBMISSION,
                Retention.of(Duration.ofDays(1)));
    }

    /// Says under which id this process works, each time that it gets one.
    private record Announced(WorkerRegistry registry) implements WorkerRegistry {

        @Override
        public void join(WorkerId worker, int slots) {
            registry.join(worker, slots);
            System.out.println(Task.WORKS_AS + worker);
        }

        @Override
        public boolean beat(WorkerId worker) {
            return registry.beat(worker);
        }

        @Override
        public void leave(WorkerId worker) {
            registry.leave(worker);
        }

        @Override
        public void forgetSilent() {
            registry.forgetSilent();
        }
    }
}
