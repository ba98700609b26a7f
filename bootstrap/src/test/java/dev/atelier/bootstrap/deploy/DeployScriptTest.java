package dev.atelier.bootstrap.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a script for bash")
final class DeployScriptTest {

    private static final String SET_ALL =
            "variables --set MAX_CONCURRENT_JOBS=3 --set JOB_PROCESSING_INTERVAL=5"
                    + " --set MAX_JOB_RETRIES=3 --set JOB_CLEANUP_DAYS=7"
                    + " --set APP_ENV=production --set RAILWAY_DEPLOYMENT_DRAINING_SECONDS=10"
                    + " --skip-deploys";

    private static final String HEALTHY =
            "{\"status\": \"healthy\", \"resources\": {\"uptime_seconds\": 0}}";
    private static final String OLD =
            "{\"status\": \"healthy\", \"resources\": {\"uptime_seconds\": 90000}}";

    @TempDir private Path home;

    private DeployScript script;
    private HttpServer service;
    private List<String> answers = List.of(HEALTHY);

    @BeforeEach
    void start() throws IOException {
        var asked = new AtomicInteger();
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext(
                "/api/ai-agent/health",
                exchange -> {
                    var turn = Math.min(asked.getAndIncrement(), answers.size() - 1);
                    var body = answers.get(turn).getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        service.start();
        script = new DeployScript(home).with("ATELIER_URL", address());
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void it_sets_the_variables_deploys_and_says_that_it_works() throws Exception {
        var outcome = script.run();

        assertThat(outcome.calls())
                .containsExactly("whoami", "status", "variables --kv", SET_ALL, "up --ci");
        assertThat(outcome.output()).endsWith("Atelier works: " + address() + "\n");
        assertThat(outcome.code()).isZero();
    }

    @Test
    void a_missing_cli_is_named_with_its_remedy() throws Exception {
        var outcome = script.withoutCli().run();

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.output()).contains("not installed: npm install -g @railway/cli");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "RAILWAY_FAKE_WHOAMI | railway login     | whoami",
                "RAILWAY_FAKE_STATUS | railway link      | whoami,status",
                "RAILWAY_FAKE_SET    | cannot be set     | whoami,status,variables --kv",
                "RAILWAY_FAKE_UP     | deployment failed | whoami,status,variables --kv",
            })
    void what_goes_wrong_ends_it_and_is_said(String broken, String said, String before)
            throws Exception {
        var outcome = script.with(broken, "1").run();

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.output()).contains(said).doesNotContain("works");
        assertThat(outcome.calls()).startsWith(before.split(","));
    }

    @Test
    void a_token_of_a_project_needs_no_login() throws Exception {
        var outcome = script.with("RAILWAY_TOKEN", "t0ken").with("RAILWAY_FAKE_WHOAMI", "1").run();

        assertThat(outcome.code()).isZero();
        assertThat(outcome.calls()).startsWith("status").doesNotContain("whoami");
    }

    @Test
    void what_is_set_already_is_left_as_it_is() throws Exception {
        var outcome =
                script.with(
                                "RAILWAY_FAKE_VARIABLES",
                                DeployScript.COMPLETE
                                        + "\\nMAX_CONCURRENT_JOBS=12\\nAPP_ENV=production")
                        .run();

        assertThat(outcome.calls())
                .contains(
                        SET_ALL.replace(" --set MAX_CONCURRENT_JOBS=3", "")
                                .replace(" --set APP_ENV=production", ""));
        assertThat(outcome.output()).contains("MAX_CONCURRENT_JOBS is set already");
    }

    @Test
    void a_name_that_only_ends_alike_does_not_count_as_set() throws Exception {
        var outcome =
                script.with(
                                "RAILWAY_FAKE_VARIABLES",
                                DeployScript.COMPLETE + "\\nMY_MAX_CONCURRENT_JOBS=12")
                        .run();

        assertThat(outcome.calls()).contains(SET_ALL);
    }

    @Test
    void nothing_is_set_where_all_is_set() throws Exception {
        var all = SET_ALL.replace("variables --set ", "").replace(" --skip-deploys", "");
        var outcome =
                script.with(
                                "RAILWAY_FAKE_VARIABLES",
                                DeployScript.COMPLETE + "\\n" + all.replace(" --set ", "\\n"))
                        .run();

        assertThat(outcome.code()).isZero();
        assertThat(outcome.calls())
                .containsExactly("whoami", "status", "variables --kv", "up --ci");
    }

    @Test
    void what_the_service_cannot_start_without_is_asked_for_before_the_build() throws Exception {
        var outcome = script.with("RAILWAY_FAKE_VARIABLES", "PORT=8080").run();

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.output())
                .contains("DATABASE_URL=${{Postgres.DATABASE_URL}}")
                .contains("FIREBASE_PROJECT_ID", "OPENAI_API_KEY");
        assertThat(outcome.calls()).containsExactly("whoami", "status", "variables --kv");
    }

    @Test
    void values_of_variables_are_not_shown() throws Exception {
        assertThat(script.run().output()).doesNotContain("s3cret");
    }

    @Test
    void the_old_version_does_not_count_as_healthy() throws Exception {
        answers = List.of(OLD, OLD, HEALTHY);

        var outcome = script.with("HEALTH_PATIENCE", "30").run();

        assertThat(outcome.code()).isZero();
    }

    @Test
    void health_that_never_comes_ends_it_with_the_last_answer() throws Exception {
        answers = List.of("{\"status\": \"unhealthy\", \"failing\": [\"database\"]}");

        var outcome = script.run();

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.output()).contains("not healthy", "\"database\"", "railway logs");
    }

    @Test
    void the_domain_that_railway_gave_is_looked_at() throws Exception {
        var outcome =
                script.with("ATELIER_URL", "")
                        .with(
                                "RAILWAY_FAKE_VARIABLES",
                                DeployScript.COMPLETE + "\\nRAILWAY_PUBLIC_DOMAIN=a.invalid")
                        .run();

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.output()).contains("https://a.invalid/api/ai-agent/health");
        assertThat(outcome.calls()).doesNotContain("domain");
    }

    @Test
    void a_service_without_a_domain_gets_one() throws Exception {
        var outcome =
                script.with("ATELIER_URL", "")
                        .with("RAILWAY_FAKE_DOMAIN", "Service Domain created:\\nhttps://b.invalid")
                        .run();

        assertThat(outcome.output()).contains("https://b.invalid/api/ai-agent/health");
        assertThat(outcome.calls()).endsWith("domain");
    }

    @Test
    void a_dry_run_prints_every_call_and_makes_none() throws Exception {
        var outcome = script.withoutCli().with("ATELIER_URL", "").run("--dry-run");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.calls()).isEmpty();
        assertThat(outcome.output().lines())
                .containsExactly(
                        "+ railway whoami",
                        "+ railway status",
                        "+ railway variables --kv",
                        "+ railway " + SET_ALL,
                        "+ railway up --ci",
                        "+ railway domain",
                        "+ curl --silent --show-error --max-time 10"
                                + " https://\\<domain\\>/api/ai-agent/health");
    }

    @Test
    void what_it_does_not_know_ends_it_with_its_usage() throws Exception {
        var outcome = script.run("--dryrun");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.output()).contains("usage:");
        assertThat(outcome.calls()).isEmpty();
    }

    private String address() {
        return "http://127.0.0.1:" + service.getAddress().getPort();
    }
}
