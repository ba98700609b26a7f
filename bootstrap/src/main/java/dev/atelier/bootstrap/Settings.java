package dev.atelier.bootstrap;

import dev.atelier.adapters.ai.AiSettings;
import dev.atelier.adapters.http.HttpSettings;
import dev.atelier.adapters.http.connection.ConnectionLimits;
import dev.atelier.adapters.http.limits.RateLimit;
import dev.atelier.adapters.http.live.LiveSettings;
import dev.atelier.adapters.http.security.MetricsAccess;
import dev.atelier.adapters.http.security.TokenIssuer;
import dev.atelier.adapters.http.webhook.WebhookSettings;
import dev.atelier.adapters.otel.OtelSettings;
import dev.atelier.adapters.postgres.PostgresSettings;
import dev.atelier.application.AIJobsApplication;
import dev.atelier.application.port.out.Retention;
import dev.atelier.application.work.WorkSettings;
import dev.atelier.domain.InvalidValue;
import dev.atelier.domain.retry.RetryPolicy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// Everything that can be set, read once from the environment and checked. The README lists it.
///
/// @param databaseUrl absent: the embedded PostgreSQL under `dataDirectory`
/// @param databaseDirectUrl past the pooler that `databaseUrl` leads to, if it does
/// @param traces whom to tell of traces; nobody if absent
/// @param jobsPerUser jobs of one user that run at once on all nodes; without limit if absent
record Settings(
        Optional<String> databaseUrl,
        Optional<String> databaseDirectUrl,
        int databasePoolSize,
        Path dataDirectory,
        AIJobsApplication.Settings jobs,
        Optional<Integer> jobsPerUser,
        Duration shutdownGrace,
        HttpSettings http,
        AiSettings ai,
        LogFormat logs,
        Optional<OtelSettings> traces) {

    private static final double RETRY_JITTER = 0.1;
    private static final int MOST_DAYS = 36_500;
    private static final String WEB_PAGE = "/web/";
    private static final String THIS_MACHINE = "127.0.0.1";
    private static final String ALL_INTERFACES = "0.0.0.0";

    /// @throws WrongSetting at the first value that is not taken
    static Settings read(Environment env) {
        var production = isProduction(env);
        var storage = Storage.read(env);
        var dataDirectory = storage.dataDirectory();
        var jobs = jobs(env);
        var grace = env.duration("SHUTDOWN_GRACE", Duration.ofSeconds(3));
        return new Settings(
                storage.given(),
                storage.direct(),
                env.number("DATABASE_POOL_SIZE", 10, 2, 1000),
                dataDirectory,
                jobs,
                env.number("MAX_CONCURRENT_JOBS_PER_USER", 1, 100_000),
                grace,
                http(
                        env,
                        TokenIssuers.read(env, production, dataDirectory),
                        Webhooks.read(env, production, dataDirectory),
                        Observation.metrics(env, production),
                        jobs,
                        grace),
                AiChoice.read(env, production),
                Observation.logs(env),
                Observation.traces(env));
    }

    Storage storage() {
        return new Storage(databaseUrl, databaseDirectUrl, dataDirectory);
    }

    PostgresSettings postgres(String url) {
        var settings =
                PostgresSettings.at(url)
                        .withPoolSize(databasePoolSize)
                        .withLease(jobs.work().lease())
                        .withJobsPerUser(jobsPerUser.orElse(null));
        try {
            return settings.withDirectUrl(databaseDirectUrl.orElse(null));
        } catch (InvalidValue wrong) {
            throw new WrongSetting("DATABASE_DIRECT_URL " + wrong.getMessage());
        }
    }

    static boolean isProduction(Environment env) {
        var mode = env.text("APP_ENV").orElse("development");
        return switch (mode.toLowerCase(Locale.ROOT)) {
            case "production" -> true;
            case "development" -> false;
            default -> throw new WrongSetting("APP_ENV", mode, "development or production");
        };
    }

    private static AIJobsApplication.Settings jobs(Environment env) {
        var work =
                new WorkSettings(
                        env.number("MAX_CONCURRENT_JOBS", 3, 1, 100_000),
                        env.duration("JOB_PROCESSING_INTERVAL", Duration.ofSeconds(5)),
                        env.duration("JOB_TIMEOUT", Duration.ofMinutes(5)),
                        env.duration("WORKER_LEASE", Duration.ofSeconds(30)));
        return new AIJobsApplication.Settings(
                work, retries(env), env.number("MAX_JOB_RETRIES", 3, 0, 100), keepEndedJobs(env));
    }

    private static Retention keepEndedJobs(Environment env) {
        var usual = cleanUpDays(env);
        return new Retention(
                Duration.ofDays(env.number("JOB_CLEANUP_DAYS_COMPLETED", usual, 1, MOST_DAYS)),
                Duration.ofDays(env.number("JOB_CLEANUP_DAYS_FAILED", usual, 1, MOST_DAYS)),
                Duration.ofDays(env.number("JOB_CLEANUP_DAYS_CANCELLED", usual, 1, MOST_DAYS)));
    }

    private static int cleanUpDays(Environment env) {
        return env.number("JOB_CLEANUP_DAYS", 7, 1, MOST_DAYS);
    }

    private static RetryPolicy retries(Environment env) {
        var base = env.duration("RETRY_BACKOFF_BASE", Duration.ofMinutes(2));
        var usualCap = Duration.ofMinutes(8);
        var cap = env.duration("RETRY_BACKOFF_MAX", base.compareTo(usualCap) > 0 ? base : usualCap);
        if (cap.compareTo(base) < 0) {
            throw new WrongSetting(
                    "RETRY_BACKOFF_MAX",
                    cap.toSeconds() + " s",
                    "at least RETRY_BACKOFF_BASE (" + base.toSeconds() + " s)");
        }
        return new RetryPolicy(base, cap, RETRY_JITTER);
    }

    private static HttpSettings http(
            Environment env,
            TokenIssuer issuer,
            WebhookSettings webhooks,
            MetricsAccess metrics,
            AIJobsApplication.Settings jobs,
            Duration grace) {
        return new HttpSettings(
                TokenIssuers.proveSomething(issuer) ? ALL_INTERFACES : THIS_MACHINE,
                env.number("PORT", 8080, 0, 65535),
                env.list("CORS_ORIGINS"),
                env.parsed("RATE_LIMIT_CREATE", RateLimit::parse)
                        .orElse(RateLimit.parse("10/minute")),
                env.parsed("RATE_LIMIT_READ", RateLimit::parse)
                        .orElse(RateLimit.parse("600/minute")),
                issuer,
                new HttpSettings.JobTimes(
                        env.duration("SYNC_TIMEOUT", Duration.ofMinutes(1)),
                        jobs.work().jobTimeout(),
                        Duration.ofDays(cleanUpDays(env))),
                webhooks,
                metrics,
                ConnectionLimits.USUAL,
                LiveSettings.USUAL,
                WEB_PAGE,
                grace.dividedBy(2));
    }

    /// Names no secret: the database's address may hold one.
    @Override
    public String toString() {
        return "Settings[database=%s, jobs=%s, http=%s, ai=%s]"
                .formatted(databaseUrl.isPresent() ? "given" : "embedded", jobs, http, ai);
    }
}
