package dev.atelier.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.adapters.ai.AiAdapter;
import dev.atelier.adapters.ai.chat.ReplyForm;
import dev.atelier.adapters.ai.provider.ProviderSettings;
import dev.atelier.adapters.http.limits.RateLimit;
import dev.atelier.adapters.http.security.MetricsAccess;
import dev.atelier.adapters.http.security.TokenIssuer;
import dev.atelier.adapters.http.webhook.SigningSecret;
import dev.atelier.adapters.http.webhook.WebhookSecrets;
import dev.atelier.adapters.otel.OtelSettings;
import dev.atelier.application.port.out.Retention;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every variable of the README has the default that it promises, and the effect.
final class SettingsTest {

    /// Those that have a model; the only other one takes no settings.
    private static final List<String> PROVIDERS =
            AiAdapter.providers().stream().filter(name -> !name.equals("offline")).toList();

    private static final String COLLECTOR = "OTEL_EXPORTER_OTLP_ENDPOINT=http://c:4318";
    private static final String WHSEC = "whsec_" + "QUJD".repeat(8);
    private static final String OLD_WHSEC = "whsec_" + "REVG".repeat(8);
    private static final String PRODUCTION =
            "APP_ENV=production;FIREBASE_PROJECT_ID=p;AI_PROVIDER=offline";

    @ParameterizedTest(name = "{0}")
    @MethodSource("variables")
    void every_variable_has_its_default_and_its_effect(
            String assignment, Object usual, Object set, Function<Settings, Object> effect) {
        assertThat(effect.apply(with(""))).as("default").isEqualTo(usual);
        assertThat(effect.apply(with(assignment))).as(assignment).isEqualTo(set);
    }

    static Stream<Arguments> variables() {
        return Stream.concat(ownVariables(), PROVIDERS.stream().flatMap(SettingsTest::variables));
    }

    private static Stream<Arguments> variables(String provider) {
        var name = provider.toUpperCase(Locale.ROOT);
        Function<Settings, ProviderSettings> its = s -> s.ai().of(provider);
        var ollamas = provider.equals("ollama");
        return Stream.of(
                optional(name + "_API_KEY=k", "k", s -> its.apply(s).apiKey()),
                optional(name + "_MODEL=m", "m", s -> its.apply(s).model()),
                optional(
                        name + "_BASE_URL=http://h/v1", "http://h/v1", s -> its.apply(s).baseUrl()),
                optional(name + "_TEMPERATURE=0.7", 0.7, s -> its.apply(s).tuning().temperature()),
                optional(name + "_MAX_TOKENS=900", 900, s -> its.apply(s).tuning().maxTokens()),
                optional(
                        name + "_REPLY=Plain", ReplyForm.PLAIN, s -> its.apply(s).tuning().reply()),
                variable(
                        name + (ollamas ? "_MODEL=m" : "_API_KEY=k"),
                        List.of("offline"),
                        List.of(provider),
                        s -> s.ai().order()));
    }

    private static Stream<Arguments> ownVariables() {
        var free = Optional.empty();
        return Stream.of(
                variable("PORT=9090", 8080, 9090, s -> s.http().port()),
                variable(
                        "DATABASE_URL=postgresql://u@h/d",
                        free,
                        Optional.of("postgresql://u@h/d"),
                        Settings::databaseUrl),
                variable(
                        "DATABASE_DIRECT_URL=postgresql://u@h/d",
                        free,
                        Optional.of("postgresql://u@h/d"),
                        s -> Optional.ofNullable(s.postgres("x").directUrl())),
                variable("DATABASE_POOL_SIZE=25", 10, 25, s -> s.postgres("x").poolSize()),
                variable(
                        "DATA_DIR=/var/lib/atelier",
                        Path.of("data"),
                        Path.of("/var/lib/atelier"),
                        Settings::dataDirectory),
                variable("MAX_CONCURRENT_JOBS=12", 3, 12, s -> s.jobs().work().slots()),
                variable(
                        "MAX_CONCURRENT_JOBS_PER_USER=2",
                        free,
                        Optional.of(2),
                        s -> Optional.ofNullable(s.postgres("x").jobsPerUser())),
                variable(
                        "JOB_PROCESSING_INTERVAL=2",
                        seconds(5),
                        seconds(2),
                        s -> s.jobs().work().poll()),
                variable(
                        "JOB_TIMEOUT=60",
                        seconds(300),
                        seconds(60),
                        s -> s.jobs().work().jobTimeout()),
                variable(
                        "JOB_TIMEOUT=60",
                        seconds(300),
                        seconds(60),
                        s -> s.http().jobs().maxTimeout()),
                variable("MAX_JOB_RETRIES=0", 3, 0, s -> s.jobs().retriesAllowed()),
                variable(
                        "RETRY_BACKOFF_BASE=10",
                        seconds(120),
                        seconds(10),
                        s -> s.jobs().retry().base()),
                variable(
                        "RETRY_BACKOFF_MAX=1h",
                        seconds(480),
                        Duration.ofHours(1),
                        s -> s.jobs().retry().cap()),
                variable(
                        "JOB_CLEANUP_DAYS=30",
                        Retention.of(Duration.ofDays(7)),
                        Retention.of(Duration.ofDays(30)),
                        s -> s.jobs().keepEndedJobs()),
                variable(
                        "JOB_CLEANUP_DAYS_COMPLETED=30",
                        Retention.of(Duration.ofDays(7)),
                        kept(30, 7, 7),
                        s -> s.jobs().keepEndedJobs()),
                variable(
                        "JOB_CLEANUP_DAYS_FAILED=90;JOB_CLEANUP_DAYS=2",
                        Retention.of(Duration.ofDays(7)),
                        kept(2, 90, 2),
                        s -> s.jobs().keepEndedJobs()),
                variable(
                        "JOB_CLEANUP_DAYS_CANCELLED=1",
                        Retention.of(Duration.ofDays(7)),
                        kept(7, 7, 1),
                        s -> s.jobs().keepEndedJobs()),
                variable(
                        "JOB_CLEANUP_DAYS_FAILED=90",
                        Duration.ofDays(7),
                        Duration.ofDays(7),
                        s -> s.http().jobs().cleanUpAge()),
                variable(
                        "JOB_CLEANUP_DAYS=30",
                        Duration.ofDays(7),
                        Duration.ofDays(30),
                        s -> s.http().jobs().cleanUpAge()),
                variable("WORKER_LEASE=10", seconds(30), seconds(10), s -> s.jobs().work().lease()),
                variable("WORKER_LEASE=10", seconds(30), seconds(10), s -> s.postgres("x").lease()),
                variable("SHUTDOWN_GRACE=20", seconds(3), seconds(20), Settings::shutdownGrace),
                variable(
                        "CORS_ORIGINS=https://a.example, https://b.example",
                        List.of(),
                        List.of("https://a.example", "https://b.example"),
                        s -> s.http().corsOrigins()),
                variable(
                        "SYNC_TIMEOUT=5",
                        seconds(60),
                        seconds(5),
                        s -> s.http().jobs().syncTimeout()),
                variable(
                        "WEBHOOK_SECRET=" + WHSEC + "," + OLD_WHSEC,
                        new WebhookSecrets.Kept(Path.of("data", "webhook-secret")),
                        new WebhookSecrets.Given(
                                List.of(new SigningSecret(WHSEC), new SigningSecret(OLD_WHSEC))),
                        s -> s.http().webhooks().secrets()),
                variable(
                        "WEBHOOK_ALLOW_PRIVATE=TRUE",
                        false,
                        true,
                        s -> s.http().webhooks().allowPrivate()),
                variable("LOG_FORMAT=JSON", LogFormat.TEXT, LogFormat.JSON, Settings::logs),
                variable(
                        "OTEL_EXPORTER_OTLP_ENDPOINT=http://collector:4318",
                        free,
                        Optional.of(URI.create("http://collector:4318")),
                        s -> s.traces().map(OtelSettings::endpoint)),
                variable(
                        COLLECTOR + ";OTEL_EXPORTER_OTLP_HEADERS=x-key=a%20b, x-team = t+1",
                        Map.of(),
                        Map.of("x-key", "a b", "x-team", "t+1"),
                        s -> s.traces().map(OtelSettings::headers).orElse(Map.of())),
                variable(
                        COLLECTOR + ";OTEL_SERVICE_NAME=shop",
                        free,
                        Optional.of("shop"),
                        s -> s.traces().map(OtelSettings::service)),
                variable(
                        COLLECTOR + ";OTEL_TRACES_SAMPLER_ARG=0.25",
                        free,
                        Optional.of(0.25),
                        s -> s.traces().map(OtelSettings::ratio)),
                variable(
                        "METRICS_TOKEN=a-token-of-metrics",
                        new MetricsAccess.Open(),
                        new MetricsAccess.Token("a-token-of-metrics"),
                        s -> s.http().metrics()),
                variable(
                        "RATE_LIMIT_CREATE=1/second",
                        RateLimit.parse("10/minute"),
                        RateLimit.parse("1/second"),
                        s -> s.http().createLimit()),
                variable(
                        "RATE_LIMIT_READ=1/hour",
                        RateLimit.parse("600/minute"),
                        RateLimit.parse("1/hour"),
                        s -> s.http().readLimit()),
                variable(
                        "AI_PROVIDER=openai,offline",
                        List.of("offline"),
                        List.of("openai", "offline"),
                        s -> s.ai().order()),
                variable(
                        "FIREBASE_PROJECT_ID=p",
                        "Development",
                        "Firebase",
                        s -> s.http().issuer().getClass().getSimpleName()),
                variable("FIREBASE_PROJECT_ID=p", "127.0.0.1", "0.0.0.0", s -> s.http().host()),
                variable(
                        "FIREBASE_PROJECT_ID=p;FIREBASE_API_KEY=AIza",
                        "",
                        "AIza",
                        s -> page(s).map(TokenIssuer.Page::apiKey).orElse("")),
                variable(
                        "FIREBASE_PROJECT_ID=p;FIREBASE_AUTH_DOMAIN=login.shop.example",
                        "",
                        "login.shop.example",
                        s -> page(s).map(TokenIssuer.Page::authDomain).orElse("")),
                variable(
                        "FIREBASE_AUTH_EMULATOR_HOST=localhost:9099",
                        "Development",
                        "FirebaseEmulator",
                        s -> s.http().issuer().getClass().getSimpleName()),
                variable(
                        "APP_ENV=production;FIREBASE_PROJECT_ID=p;AI_PROVIDER=offline",
                        "127.0.0.1",
                        "0.0.0.0",
                        s -> s.http().host()));
    }

    private static Retention kept(int completed, int failed, int cancelled) {
        return new Retention(
                Duration.ofDays(completed), Duration.ofDays(failed), Duration.ofDays(cancelled));
    }

    @Test
    void the_readme_lists_exactly_the_variables_that_are_read() throws IOException {
        assertThat(listedInTheReadme()).isEqualTo(readBySettings());
    }

    @Test
    void every_variable_of_the_readme_is_tested_here() throws IOException {
        var here =
                Files.readString(Path.of("src/test/java/dev/atelier/bootstrap/SettingsTest.java"))
                        + variables().map(it -> (String) it.get()[0]).toList();
        assertThat(listedInTheReadme()).allSatisfy(name -> assertThat(here).contains(name + "="));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OPENAI_TEMPERATURE=2.1   | OPENAI_TEMPERATURE=2.1: must be a number from 0 to 2",
                "GEMINI_TEMPERATURE=-1    | GEMINI_TEMPERATURE=-1: must be a number from 0 to 2",
                "OLLAMA_TEMPERATURE=NaN   | OLLAMA_TEMPERATURE=NaN: must be a number from 0 to 2",
                "GEMINI_MAX_TOKENS=0      | GEMINI_MAX_TOKENS=0: must be a whole number from 1 to"
                        + " 1000000",
                "ANTHROPIC_MAX_TOKENS=1e3 | ANTHROPIC_MAX_TOKENS=1e3: must be a whole number from 1"
                        + " to 1000000",
                "OPENAI_REPLY=xml         | OPENAI_REPLY=xml: must be schema, tool or plain",
            })
    void a_wrong_setting_of_a_provider_is_refused_in_one_line(String assignment, String line) {
        assertThatThrownBy(() -> with(assignment))
                .isInstanceOf(WrongSetting.class)
                .hasMessage(line);
    }

    @Test
    void a_webhook_secret_that_is_none_is_refused_without_being_repeated() {
        assertThatThrownBy(() -> with("WEBHOOK_SECRET=" + WHSEC + ",whsec_c2VjcmV0"))
                .isInstanceOf(WrongSetting.class)
                .hasMessage(
                        "WEBHOOK_SECRET must be whsec_ and 24 to 64 bytes in Base64,"
                                + " or a comma list of such");
    }

    @Test
    void production_makes_no_webhook_secret_up_and_calls_no_address_of_its_own_network() {
        assertThat(with(PRODUCTION).http().webhooks().secrets())
                .isEqualTo(new WebhookSecrets.None());
        assertThat(with(PRODUCTION + ";WEBHOOK_SECRET=" + WHSEC).http().webhooks().secrets())
                .isEqualTo(new WebhookSecrets.Given(List.of(new SigningSecret(WHSEC))));
        assertThatThrownBy(() -> with(PRODUCTION + ";WEBHOOK_ALLOW_PRIVATE=true"))
                .isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith("WEBHOOK_ALLOW_PRIVATE must not be true");
        assertThatThrownBy(() -> with("WEBHOOK_ALLOW_PRIVATE=maybe"))
                .hasMessage("WEBHOOK_ALLOW_PRIVATE=maybe: must be true or false");
    }

    @Test
    void production_shows_its_metrics_to_nobody_without_a_token() {
        assertThat(with(PRODUCTION).http().metrics()).isEqualTo(new MetricsAccess.Closed());
        assertThat(with(PRODUCTION + ";METRICS_TOKEN=a-token-of-metrics").http().metrics())
                .isEqualTo(new MetricsAccess.Token("a-token-of-metrics"));
        assertThatThrownBy(() -> with("METRICS_TOKEN=too-short"))
                .isInstanceOf(WrongSetting.class)
                .hasMessageStartingWith("METRICS_TOKEN must be at least 16")
                .hasMessageNotContaining("too-short");
    }

    @Test
    void production_logs_for_machines_and_development_for_people() {
        assertThat(with("").logs()).isEqualTo(LogFormat.TEXT);
        assertThat(with(PRODUCTION).logs()).isEqualTo(LogFormat.JSON);
        assertThat(with(PRODUCTION + ";LOG_FORMAT=text").logs()).isEqualTo(LogFormat.TEXT);
        assertThatThrownBy(() -> with("LOG_FORMAT=xml"))
                .hasMessage("LOG_FORMAT=xml: must be text or json");
    }

    @Test
    void a_collector_is_an_address_and_its_headers_are_never_repeated() {
        assertThat(with(COLLECTOR).traces().orElseThrow().service()).isEqualTo("atelier");
        assertThat(with(COLLECTOR).traces().orElseThrow().ratio()).isEqualTo(1);
        for (var wrong : List.of("collector:4318", "ftp://c:4318", "http://u:pw-x@c:4318")) {
            assertThatThrownBy(() -> with("OTEL_EXPORTER_OTLP_ENDPOINT=" + wrong))
                    .isInstanceOf(WrongSetting.class)
                    .hasMessageStartingWith("OTEL_EXPORTER_OTLP_ENDPOINT must be an http")
                    .hasMessageNotContaining("pw-x");
        }
        for (var wrong : List.of("pw-secret", "x-key=pw-secret%zz")) {
            assertThatThrownBy(() -> with(COLLECTOR + ";OTEL_EXPORTER_OTLP_HEADERS=" + wrong))
                    .isInstanceOf(WrongSetting.class)
                    .hasMessageStartingWith("OTEL_EXPORTER_OTLP_HEADERS ")
                    .hasMessageNotContaining("pw-secret");
        }
    }

    @Test
    void firebase_keys_come_from_google_unless_told_otherwise() {
        assertThat(issuer("FIREBASE_PROJECT_ID=p").jwks().getHost())
                .isEqualTo("www.googleapis.com");
        assertThat(issuer("FIREBASE_PROJECT_ID=p;FIREBASE_JWKS_URL=http://localhost:1/keys").jwks())
                .isEqualTo(URI.create("http://localhost:1/keys"));
    }

    @Test
    void google_signs_in_at_the_projects_own_domain_unless_told_otherwise() {
        var page = issuer("FIREBASE_PROJECT_ID=shop").page();

        assertThat(page.authDomain()).isEqualTo("shop.firebaseapp.com");
        assertThat(page.apiKey()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "FIREBASE_AUTH_DOMAIN=https://login.example",
        "FIREBASE_AUTH_DOMAIN=login.example; script-src *",
        "FIREBASE_AUTH_EMULATOR_HOST=http://localhost:9099",
    })
    void what_signs_in_is_a_host_and_nothing_else(String assignment) {
        var pair = assignment.split("=", 2);
        var variables = Map.of("FIREBASE_PROJECT_ID", "p", pair[0], pair[1]);

        assertThatThrownBy(() -> Settings.read(new Environment(variables)))
                .isInstanceOf(WrongSetting.class)
                .hasMessage(assignment + ": must be a host, such as localhost:9099");
    }

    @Test
    void an_emulator_is_believed_on_this_machine_only() {
        assertThat(with("FIREBASE_AUTH_EMULATOR_HOST=localhost:9099").http().host())
                .isEqualTo("127.0.0.1");
    }

    @Test
    void a_retry_cap_below_its_base_is_refused() {
        assertThatThrownBy(() -> with("RETRY_BACKOFF_BASE=100;RETRY_BACKOFF_MAX=50"))
                .isInstanceOf(WrongSetting.class)
                .hasMessageContaining("RETRY_BACKOFF_MAX");
    }

    @Test
    void no_setting_shows_a_key_when_it_is_printed() {
        assertThat(
                        with("OPENAI_API_KEY=sk-secret;METRICS_TOKEN=metrics-secret-123;WEBHOOK_SECRET="
                                        + WHSEC
                                        + ";DATABASE_URL=postgresql://u:pw-secret@h/d")
                                .toString())
                .doesNotContain("sk-secret", "pw-secret", "metrics-secret", WHSEC);
    }

    private static Optional<TokenIssuer.Page> page(Settings settings) {
        return settings.http().issuer() instanceof TokenIssuer.Firebase firebase
                ? Optional.of(firebase.page())
                : Optional.empty();
    }

    private static TokenIssuer.Firebase issuer(String assignments) {
        return (TokenIssuer.Firebase) with(assignments).http().issuer();
    }

    private static Settings with(String assignments) {
        var variables = new HashMap<String, String>();
        Arrays.stream(assignments.split(";", -1))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> variables.put(pair[0], pair[1]));
        return Settings.read(new Environment(Map.copyOf(variables)));
    }

    private static Arguments variable(
            String assignment, Object usual, Object set, Function<Settings, Object> effect) {
        return Arguments.of(assignment, usual, set, effect);
    }

    private static Arguments optional(
            String assignment, Object set, Function<Settings, @Nullable Object> effect) {
        return variable(
                assignment,
                Optional.empty(),
                Optional.of(set),
                s -> Optional.ofNullable(effect.apply(s)));
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }

    private static Set<String> listedInTheReadme() throws IOException {
        var names = new TreeSet<String>();
        Files.readString(Path.of("..", "README.md"))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|", -1)[1])
                .forEach(cell -> names.addAll(found("`([A-Z_]+)`", cell)));
        return names;
    }

    private static Set<String> readBySettings() throws IOException {
        var names = new TreeSet<String>();
        for (var provider : PROVIDERS) {
            found("variable\\(name, \"([A-Z_]+)\"", source("AiChoice"))
                    .forEach(what -> names.add(ProviderSettings.variable(provider, what)));
        }
        for (var file :
                List.of(
                        "Settings",
                        "Storage",
                        "TokenIssuers",
                        "AiChoice",
                        "Webhooks",
                        "Observation")) {
            names.addAll(found("env\\.\\w+\\(\\s*\"([A-Z_]+)\"", source(file)));
        }
        return names;
    }

    private static String source(String file) throws IOException {
        return Files.readString(Path.of("src/main/java/dev/atelier/bootstrap/" + file + ".java"));
    }

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
