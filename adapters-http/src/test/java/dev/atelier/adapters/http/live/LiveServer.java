package dev.atelier.adapters.http.live;

import dev.atelier.adapters.http.HttpAdapter;
import dev.atelier.adapters.http.HttpSettings;
import dev.atelier.adapters.http.UseCases;
import dev.atelier.application.AIJobsApplication;
import dev.atelier.application.port.out.Retention;
import dev.atelier.application.work.WorkSettings;
import dev.atelier.domain.retry.RetryPolicy;
import dev.atelier.testkit.JobIds;
import dev.atelier.testkit.MutableClock;
import dev.atelier.testkit.fakes.InMemoryJobs;
import dev.atelier.testkit.fakes.InMemoryPorts;
import dev.atelier.testkit.fakes.ScriptedGenerator;

import java.time.Duration;
import java.util.Random;

/// The real server on a real port, over the real application; only the store is in memory, and the
/// generator does as it is told.
final class LiveServer implements AutoCloseable {

    final MutableClock clock = MutableClock.atNoon();
    final InMemoryJobs jobs = new InMemoryJobs(clock, Duration.ofMinutes(1));
    final ScriptedGenerator generator = new ScriptedGenerator();

    private final AIJobsApplication application;
    private final HttpAdapter http;

    LiveServer(HttpSettings settings) {
        var work =
                new WorkSettings(
                        3, Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofMinutes(1));
        var retry = new RetryPolicy(Duration.ofMinutes(2), Duration.ofMinutes(8), 0.1);
        this.application =
                new AIJobsApplication(
                        InMemoryPorts.of(jobs, generator),
                        new AIJobsApplication.Settings(
                                work, retry, 3, Retention.of(Duration.ofDays(7))),
                        clock,
                        new JobIds(clock),
                        new Random(1));
        this.http = HttpAdapter.start(settings, useCases(), new byte[32], clock);
        application.start();
    }

    int port() {
        return http.port();
    }

    /// Ends the streams, and takes no more requests.
    void stopListening() {
        http.close();
    }

    @Override
    public void close() {
        generator.release();
        try {
            application.stop(Duration.ofSeconds(5));
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
        http.close();
    }

    private UseCases useCases() {
        return new UseCases(
                application.submitJob(),
                application.cancelJob(),
                application.retryJob(),
                application.deleteJobs(),
                application.awaitJob(),
                application.jobQueries(),
                application.watchJobs(),
                application.canvasQueries(),
                application.editCanvas(),
                application.restoreCanvas(),
                application.deleteCanvas(),
                application.webhookQueries(),
                application.redeliverWebhook(),
                application.supervision(),
                application.moveManyJobs(),
                application.steerWork(),
                application.eraseUser(),
                application.serviceQueries());
    }
}
