package dev.atelier.bootstrap.licences;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Bills of materials with a licence that nobody accepted are planted, and refused.
final class LicencesTest {

    private static final Path BUILD = Path.of("../build").toAbsolutePath().normalize();

    @TempDir private Path home;

    @Test
    void what_is_accepted_is_listed() throws Exception {
        var outcome =
                check(
                        component("good", "{'license': {'id': 'Apache-2.0'}}"),
                        component(
                                "choice",
                                "{'license': {'id': 'AGPL-3.0-only'}}, {'license': {'id': 'MIT'}}"),
                        component("either", "{'expression': '(GPL-3.0-only OR BSD-3-Clause)'}"));

        assertThat(outcome.said()).isEmpty();
        assertThat(outcome.code()).isZero();
        assertThat(Files.readString(home.resolve("THIRD-PARTY.txt")))
                .contains("org.planted:good:1.0  Apache-2.0")
                .contains("org.planted:choice:1.0  MIT")
                .contains("org.planted:either:1.0  BSD-3-Clause");
    }

    @Test
    void what_is_not_accepted_fails_the_build_and_is_named() throws Exception {
        var outcome =
                check(
                        component("good", "{'license': {'id': 'MIT'}}"),
                        component("strict", "{'license': {'id': 'AGPL-3.0-only'}}"),
                        component("both", "{'expression': 'MIT AND AGPL-3.0-only'}"),
                        component("unknown", "{'license': {'name': 'Ask me'}}"),
                        component("silent", ""));

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.said().lines().skip(1))
                .containsExactly(
                        "  org.planted:strict:1.0: [AGPL-3.0-only]",
                        "  org.planted:both:1.0: [MIT AND AGPL-3.0-only]",
                        "  org.planted:unknown:1.0: [Ask me]",
                        "  org.planted:silent:1.0: []");
        assertThat(home.resolve("THIRD-PARTY.txt")).doesNotExist();
    }

    private record Outcome(int code, String said) {}

    private Outcome check(String... components) throws IOException, InterruptedException {
        var bom = home.resolve("bom.json");
        Files.writeString(
                bom,
                Arrays.stream(components)
                        .collect(Collectors.joining(",", "{'components': [", "]}"))
                        .replace('\'', '"'));
        var command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        BUILD.resolve("Licences.java").toString(),
                        bom.toString(),
                        BUILD.resolve("licences.txt").toString());
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), said);
    }

    private static String component(String name, String licences) {
        return "{'group': 'org.planted', 'name': '%s', 'version': '1.0', 'licenses': [%s]}"
                .formatted(name, licences);
    }
}
