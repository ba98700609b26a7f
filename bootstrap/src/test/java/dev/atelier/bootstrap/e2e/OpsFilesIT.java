package dev.atelier.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What operators are given speaks of metrics that there are, and of every alert the runbook tells
/// what to do.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OpsFilesIT {

    private static final Path OPS = Path.of("..", "ops");
    private static final Path ALERTS = OPS.resolve("alerts.yaml");
    private static final Path RUNBOOK = Path.of("..", "docs", "runbook.md");
    private static final Pattern METRIC =
            Pattern.compile("\\b((?:aijobs|gen_ai_client|jvm|process)_[a-z_]+)(?=[{\\[\\s)]|$)");
    private static final List<String> IN_EVERY_SECTION =
            List.of("**Means**", "**Users see**", "**Look**", "**Do**");

    @TempDir static Path home;

    private final SlowModel model = new SlowModel(200);
    private final Receiver receiver = Receiver.start();
    private Node node;
    private Client user;

    @BeforeAll
    void start() {
        var settings = new HashMap<>(model.settings());
        settings.put("DATA_DIR", home.toString());
        settings.put("WEBHOOK_ALLOW_PRIVATE", "true");
        node = Node.start(settings);
        user = node.client().as("alice");
    }

    @AfterAll
    void stop() {
        node.close();
        receiver.close();
        model.close();
    }

    @Test
    void every_metric_that_rules_and_dashboard_name_is_in_a_real_scrape() throws IOException {
        var job =
                user.post(
                                "/create-canvas",
                                """
                                {"instructions": "a -> b", "webhook_url": "http://localhost:%d/in"}
                                """
                                        .formatted(receiver.port()))
                        .body()
                        .path("job_id")
                        .asText();
        Eventually.equal("completed", () -> user.status(job));
        Eventually.equal(1, receiver.messages::size);
        var delivered = "aijobs_webhook_deliveries_total{outcome=\"delivered\"} 1";
        Eventually.equal(true, () -> user.text("/metrics").contains(delivered));

        var scrape = user.text("/metrics");
        var scraped = samples(scrape);

        assertThat(named(Files.readString(ALERTS))).hasSizeGreaterThan(10).isSubsetOf(scraped);
        var panels = new TreeSet<String>();
        expressions().forEach(expression -> panels.addAll(named(expression)));
        // This model counts no tokens: of these the scrape has the names alone.
        assertThat(scrape)
                .contains("# TYPE aijobs_cost_usd_total", "# TYPE gen_ai_client_token_usage h");
        panels.removeAll(Set.of("aijobs_cost_usd_total", "gen_ai_client_token_usage_bucket"));
        assertThat(panels).hasSizeGreaterThan(30).isSubsetOf(scraped);
        assertThat(scraped).contains("aijobs_jobs_created_total", "aijobs_queue_wait_seconds_sum");
    }

    @Test
    void every_alert_has_a_section_in_the_runbook_and_every_section_an_alert() throws IOException {
        var alerts = found("- alert: (\\w+)", Files.readString(ALERTS));
        var runbook = Files.readString(RUNBOOK);

        assertThat(found("(?m)^## (Atelier\\w+)$", runbook)).isEqualTo(alerts);
        assertThat(found("runbook: docs/runbook.md#(\\w+)", Files.readString(ALERTS)))
                .isEqualTo(
                        alerts.stream()
                                .map(name -> name.toLowerCase(Locale.ROOT))
                                .collect(Collectors.toCollection(TreeSet::new)));
        for (var section : runbook.split("(?m)^## (?=Atelier)", -1)) {
            if (section.startsWith("Atelier")) {
                assertThat(section).contains(IN_EVERY_SECTION);
            }
        }
        assertThat(found("alertname: (\\w+)", Files.readString(OPS.resolve("alerts.test.yaml"))))
                .isEqualTo(alerts);
    }

    /// The tool is that of Prometheus, 2.42 or newer, and is not everywhere.
    @Test
    void prometheus_takes_the_rules_and_the_dashboard_and_the_rules_do_what_they_say()
            throws Exception {
        var promtool = promtool();
        if (promtool.isEmpty()) {
            System.err.println(
                    "NOT CHECKED: there is no promtool on the path, so nobody has tested"
                            + " ops/alerts.yaml, nor read the dashboard's expressions");
            return;
        }
        run(promtool.get(), "check", "rules", ALERTS.toString());
        run(promtool.get(), "test", "rules", OPS.resolve("alerts.test.yaml").toString());
        run(promtool.get(), "check", "rules", asRules(expressions()).toString());
    }

    private static Path asRules(List<String> expressions) throws IOException {
        var rules = new StringBuilder("groups:\n  - name: dashboard\n    rules:\n");
        for (var expression : expressions) {
            rules.append("      - record: panel\n        expr: |\n          ")
                    .append(expression.replace("$__rate_interval", "5m").replace("$instance", ".*"))
                    .append("\n        labels: {n: \"")
                    .append(rules.length())
                    .append("\"}\n");
        }
        return Files.writeString(home.resolve("dashboard-rules.yaml"), rules);
    }

    private static List<String> expressions() throws IOException {
        var dashboard = new ObjectMapper().readTree(OPS.resolve("grafana-dashboard.json").toFile());
        var expressions = new ArrayList<String>();
        for (JsonNode panel : dashboard.path("panels")) {
            panel.path("targets").forEach(it -> expressions.add(it.path("expr").asText()));
        }
        return expressions;
    }

    private static Set<String> samples(String scrape) {
        return found("(?m)^(\\w+)[{ ]", scrape);
    }

    private static Set<String> named(String expression) {
        return found(METRIC.pattern(), expression);
    }

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<Path> promtool() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, "promtool"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static void run(Path tool, String... arguments)
            throws IOException, InterruptedException {
        var command = Stream.concat(Stream.of(tool.toString()), Stream.of(arguments)).toList();
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
