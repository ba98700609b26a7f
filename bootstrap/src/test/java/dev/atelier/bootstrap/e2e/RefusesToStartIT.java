package dev.atelier.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/// A wrong setting stops the start with one line that an operator can act on.
final class RefusesToStartIT {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "PORT=eighty                                            | PORT=eighty",
                "MAX_CONCURRENT_JOBS=0                                  | MAX_CONCURRENT_JOBS=0",
                "JOB_TIMEOUT=soon                                       | JOB_TIMEOUT=soon",
                "RATE_LIMIT_CREATE=many                                 | RATE_LIMIT_CREATE=many",
                "APP_ENV=staging                                        | APP_ENV=staging",
                "APP_ENV=production                                     | FIREBASE_PROJECT_ID",
                "APP_ENV=production;FIREBASE_PROJECT_ID=p               | AI_PROVIDER",
                "APP_ENV=production;FIREBASE_PROJECT_ID=p;AI_PROVIDER=offline;FIREBASE_AUTH_EMULATOR_HOST=h:1"
                    + " | FIREBASE_AUTH_EMULATOR_HOST",
                "AI_PROVIDER=openai                                     | OPENAI_API_KEY",
                "AI_PROVIDER=offline,gemini                             | GEMINI_API_KEY",
                "AI_PROVIDER=anthropic                                  | ANTHROPIC_API_KEY",
                "ANTHROPIC_API_KEY=secret;ANTHROPIC_TEMPERATURE=1.5     |"
                        + " ANTHROPIC_TEMPERATURE=1.5",
                "OLLAMA_BASE_URL=localhost:11434                        | OLLAMA_BASE_URL",
                "WEBHOOK_SECRET=whsec_secret                            | WEBHOOK_SECRET must be",
                "WEBHOOK_ALLOW_PRIVATE=so  | WEBHOOK_ALLOW_PRIVATE=so",
                "AI_PROVIDER=crystal-ball                               | crystal-ball",
                "DATABASE_URL=mysql://a:secret@h/db                     | DATABASE_URL",
                "DATABASE_URL=postgresql://a:secret@127.0.0.1:1/db      | database",
                "DATABASE_DIRECT_URL=mysql://a:secret@h/db;DATABASE_URL=postgresql://h/db"
                        + " | DATABASE_DIRECT_URL",
            })
    void one_line_names_what_is_wrong(String variables, String named) {
        try (var node = Node.start(settings(variables))) {
            assertThat(node.awaitExit()).isEqualTo(1);
            assertThat(node.output().lines().toList()).hasSize(1);
            assertThat(node.output())
                    .contains(named)
                    .doesNotContain("secret", "Exception", "\tat ");
        }
    }

    private static Map<String, String> settings(String variables) {
        var settings = new HashMap<String, String>();
        Stream.of(variables.split(";", -1))
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> settings.put(pair[0], pair[1]));
        return settings;
    }
}
