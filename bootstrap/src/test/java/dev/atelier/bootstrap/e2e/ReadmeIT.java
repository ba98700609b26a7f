package dev.atelier.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/// What the README tells a new user to type works as printed.
final class ReadmeIT {

    private static final Pattern EXAMPLES = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);
    private static final String PRINTED = "http://localhost:8080";

    @TempDir Path home;

    @Test
    void the_four_requests_of_the_readme_give_their_answers() throws Exception {
        try (var node = Node.start(Map.of("DATA_DIR", home.resolve("data").toString()))) {
            var address = node.client().address().toString();
            var examples = examples();
            assertThat(examples).contains(PRINTED);
            var output =
                    bash(
                            examples.replace(PRINTED, address)
                                    .replace(
                                            "# 4.",
                                            "until curl -s "
                                                    + address
                                                    + "/api/ai-agent/job/$JOB_ID/status -H"
                                                    + " \"Authorization: Bearer $TOKEN\" | grep -q"
                                                    + " '\"completed\"'; do sleep 0.1; done\n"
                                                    + "# 4."));

            assertThat(output)
                    .contains("\"status\":\"healthy\"", "\"database\":\"connected\"")
                    .contains("Canvas creation job started")
                    .contains("\"job_type\":\"create_canvas\"")
                    .contains("Successfully created")
                    .contains("\"object_type\":\"arrow\"");
        }
    }

    private static String examples() throws IOException {
        var readme = Files.readString(Path.of("..", "README.md"));
        var block = EXAMPLES.matcher(readme);
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    private String bash(String script) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder("bash", "-euo", "pipefail", "-c", script)
                        .directory(home.toFile())
                        .redirectErrorStream(true)
                        .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
