package dev.atelier.bootstrap;

import com.github.f4b6a3.uuid.UuidCreator;

import dev.atelier.adapters.ai.AiAdapter;
import dev.atelier.adapters.export.ExportAdapter;
import dev.atelier.adapters.http.HttpAdapter;
import dev.atelier.adapters.http.UseCases;
import dev.atelier.adapters.http.observe.TracedSubmission;
import dev.atelier.adapters.http.webhook.WebhookSecrets;
import dev.atelier.adapters.otel.OtelAdapter;
import dev.atelier.adapters.postgres.PostgresAdapter;
import dev.atelier.application.AIJobsApplication;
import dev.atelier.application.Ports;
import dev.atelier.application.port.in.SubmitJob;
import dev.atelier.application.port.out.CanvasGenerator;
import dev.atelier.application.port.out.Models;
import dev.atelier.application.port.out.Models.Model;
import dev.atelier.application.port.out.ProviderSwitch;
import dev.atelier.application.port.out.Tracing;
import dev.atelier.application.port.out.WebhookSender;
import dev.atelier.application.port.out.WorkerRegistry;
import dev.atelier.domain.InvalidValue;
import dev.atelier.domain.job.JobId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Everything, wired top to bottom: AI, database, application, web.
final class Service {

    private static final Logger LOG = LoggerFactory.getLogger(Service.class);

    /// What the line begins with that is a secret.
    static final String TOKEN = "token";

    private final Settings settings;
    private final Role role;
    private final Opened opened;
    private final AIJobsApplication application;
    private final HttpAdapter http;
    private final List<Model> models;

    private Service(Settings settings, Role role, Opened opened) {
        this.settings = settings;
        this.role = role;
        this.opened = opened;
        var tracing = tracing(settings, opened);
        var ai = openAi(settings);
        var postgres = opened.keep(openDatabase(settings, opened));
        this.models = ai.models().all();
        this.application =
                new AIJobsApplication(
                        ports(
                                postgres,
                                postgres.workers(),
                                ai.generator(),
                                ai.models(),
                                sender(settings, postgres),
                                tracing,
                                ai.providerSwitch()),
                        role.in(settings.jobs()),
                        postgres.clock(),
                        Service::newJobId,
                        new Random());
        var submitJob = new TracedSubmission(application.submitJob(), tracing, postgres.clock());
        var useCases = useCases(application, submitJob);
        this.http = opened.keep(listen(settings, role, useCases, postgres));
        application.start();
        if (role.runsJobs()) {
            ai.warmUp();
        }
    }

    /// @throws WrongSetting if a setting, or what it points to, is not as it should be
    static Service start(Settings settings, Role role) {
        var opened = new Opened();
        try {
            return new Service(settings, role, opened);
        } catch (RuntimeException failed) {
            opened.closeAll();
            throw failed;
        }
    }

    /// A line each for what a user needs to know.
    List<String> announcement() {
        var lines = new ArrayList<String>(role.announcement());
        lines.add("address   http://127.0.0.1:" + http.port());
        lines.add("provider  " + String.join(", ", models.stream().map(Service::named).toList()));
        lines.add(
                "database  "
                        + settings.databaseUrl()
                                .map(_ -> "the one of DATABASE_URL")
                                .orElse("embedded, its data under " + settings.dataDirectory()));
        if (settings.http().webhooks().secrets() instanceof WebhookSecrets.Kept(var file)) {
            lines.add("webhooks  signed with the secret in " + file);
        }
        http.developmentToken().ifPresent(token -> lines.add(TOKEN + "     " + token));
        return lines;
    }

    /// Nobody is let in any more and streams end, while work goes back to the queue and whoever is
    /// connected gets a last answer; then the database closes.
    void stop() {
        application.announceStop();
        http.drain();
        try {
            application.stop(settings.shutdownGrace().dividedBy(2));
        } catch (InterruptedException interrupted) {
            LOG.warn("interrupted while stopping: running jobs will be found abandoned");
            Thread.currentThread().interrupt();
        }
        opened.closeAll();
    }

    /// Loads nothing of OpenTelemetry unless somebody wants to hear of traces.
    private static Tracing tracing(Settings settings, Opened opened) {
        return settings.traces().isPresent()
                ? opened.keep(OtelAdapter.open(settings.traces().get())).tracing()
                : Tracing.OFF;
    }

    private static AiAdapter openAi(Settings settings) {
        try {
            return AiAdapter.open(settings.ai());
        } catch (InvalidValue wrong) {
            throw new WrongSetting(wrong.getMessage());
        }
    }

    private static PostgresAdapter openDatabase(Settings settings, Opened opened) {
        var url = settings.storage().url(opened);
        return Storage.reached(() -> PostgresAdapter.open(settings.postgres(url)));
    }

    private static HttpAdapter listen(
            Settings settings, Role role, UseCases useCases, PostgresAdapter postgres) {
        try {
            return role.servesUsers()
                    ? HttpAdapter.start(
                            settings.http(), useCases, postgres.sharedSecret(), postgres.clock())
                    : HttpAdapter.startWithoutUsers(
                            settings.http(), useCases, postgres.sharedSecret(), postgres.clock());
        } catch (IllegalStateException taken) {
            throw new WrongSetting("PORT=" + settings.http().port() + ": " + taken.getMessage());
        }
    }

    private static WebhookSender sender(Settings settings, PostgresAdapter postgres) {
        try {
            return HttpAdapter.webhookSender(settings.http(), postgres.clock());
        } catch (IllegalStateException wrong) {
            throw new WrongSetting(
                    "DATA_DIR=" + settings.dataDirectory() + ": " + wrong.getMessage());
        }
    }

    /// The application's ports, with the database behind all that is stored.
    static Ports ports(
            PostgresAdapter postgres,
            WorkerRegistry workers,
            CanvasGenerator generator,
            Models models,
            WebhookSender sender,
            Tracing tracing,
            ProviderSwitch providers) {
        return new Ports(
                postgres.store(),
                postgres.queue(),
                postgres.outlook(),
                workers,
                postgres.catalogue(),
                postgres.overview(),
                postgres.retention(),
                postgres.canvases(),
                postgres.progress(),
                postgres.signals(),
                postgres.feed(),
                postgres.log(),
                generator,
                models,
                new ExportAdapter(),
                postgres.outbox(),
                postgres.webhooks(),
                sender,
                postgres.load(),
                tracing,
                postgres.pauses(),
                providers);
    }

    static UseCases useCases(AIJobsApplication application, SubmitJob submitJob) {
        return new UseCases(
                submitJob,
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

    private static String named(Model model) {
        return model.model() == null
                ? model.provider()
                : model.provider() + " (" + model.model() + ")";
    }

    static JobId newJobId() {
        return new JobId(UuidCreator.getTimeOrderedEpochPlus1());
    }
}
