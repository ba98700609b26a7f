package dev.atelier.bootstrap;

import dev.atelier.adapters.http.HttpAdapter;
import dev.atelier.adapters.http.observe.TracedSubmission;
import dev.atelier.adapters.postgres.PostgresAdapter;
import dev.atelier.adapters.postgres.PostgresSettings;
import dev.atelier.application.AIJobsApplication;
import dev.atelier.application.port.in.SubmitJob;
import dev.atelier.application.port.out.CanvasGenerator;
import dev.atelier.application.port.out.Models;
import dev.atelier.application.port.out.Retention;
import dev.atelier.application.port.out.Tracing;
import dev.atelier.application.port.out.WebhookSender;
import dev.atelier.application.work.WorkSettings;
import dev.atelier.domain.retry.RetryPolicy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;

/// The service as it is assembled, but for what it draws, and without the web unless it is asked
/// for.
public record AssembledNode(PostgresAdapter postgres, AIJobsApplication application)
        implements AutoCloseable {

    private static final String NAME = "none";
    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");
    private static final Duration POLL = Duration.ofSeconds(5);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration LONG = Duration.ofMinutes(5);

    /// @param slots jobs that run here at once; none: it only takes them in
    public static AssembledNode start(String url, CanvasGenerator generator, int slots) {
        var postgres = PostgresAdapter.open(PostgresSettings.at(url).withLease(LEASE));
        var held = new AtomicBoolean();
        var ports =
                Service.ports(
                        postgres,
                        postgres.workers(),
                        generator,
                        () ->
                                List.of(
                                        new Models.Model(
                                                NAME, null, true, held.get() ? LATER : null)),
                        _ -> new WebhookSender.Answer.None("nobody is told"),
                        Tracing.OFF,
                        paused -> held.set(paused.contains(NAME)));
        var settings =
                new AIJobsApplication.Settings(
                        new WorkSettings(slots, POLL, LONG, LEASE),
                        new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(1), 0),
                        3,
                        Retention.of(Duration.ofDays(7)));
        var application =
                new AIJobsApplication(
                        ports, settings, postgres.clock(), Service::newJobId, new Random());
        application.start();
        return new AssembledNode(postgres, application);
    }

    /// Puts the web in front of it; whoever asks for that closes it first.
    ///
    /// @param submitJob in place of its own, if it is another
    /// @param variables as an operator sets them; those of the web count
    public HttpAdapter serve(SubmitJob submitJob, Map<String, String> variables) {
        var clock = postgres.clock();
        var traced = new TracedSubmission(submitJob, Tracing.OFF, clock);
        return HttpAdapter.start(
                Settings.read(new Environment(variables)).http(),
                Service.useCases(application, traced),
                postgres.sharedSecret(),
                clock);
    }

    @Override
    public void close() {
        try (postgres) {
            application.stop(Duration.ofSeconds(10));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
