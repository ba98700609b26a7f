package dev.atelier.adapters.ai;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// The guide shows the code that there is.
final class AddingAnAiProviderTest {

    private static final Path HOUSE = Path.of("..");
    private static final Pattern EXCERPT =
            Pattern.compile(
                    "```(?:java|xml)\\n(?://|<!--) (\\S+)(?: -->)?\\n(.*?)```", Pattern.DOTALL);

    @Test
    void every_excerpt_is_in_the_file_that_it_names() throws IOException {
        var guide = Files.readString(HOUSE.resolve("docs/adding-an-ai-provider.md"));
        var excerpts = EXCERPT.matcher(guide).results().toList();

        assertThat(excerpts).hasSize(5);
        for (var excerpt : excerpts) {
            assertThat(HOUSE.resolve(excerpt.group(1)))
                    .content()
                    .containsIgnoringWhitespaces(excerpt.group(2));
        }
    }
}
