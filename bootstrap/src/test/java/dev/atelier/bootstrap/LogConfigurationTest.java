package dev.atelier.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.OutputStreamAppender;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

final class LogConfigurationTest {

    private final LoggerContext context = new LoggerContext();
    private final LogbackMDCAdapter about = new LogbackMDCAdapter();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void a_line_is_one_json_object_that_says_when_how_bad_who_and_what() throws Exception {
        configure(LogFormat.JSON);
        about.put("job_id", "019aaf3e");
        about.put("request_id", "abc-1");

        context.getLogger("dev.atelier.Some").atInfo().addKeyValue("ms", 12L).log("it is {}", "so");

        var line = only();
        assertThat(line.path("timestamp").asText()).matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
        assertThat(line.path("level").asText()).isEqualTo("INFO");
        assertThat(line.path("logger").asText()).isEqualTo("dev.atelier.Some");
        assertThat(line.path("message").asText()).isEqualTo("it is so");
        assertThat(line.path("job_id").asText()).isEqualTo("019aaf3e");
        assertThat(line.path("request_id").asText()).isEqualTo("abc-1");
        assertThat(line.path("ms").asInt()).isEqualTo(12);
        assertThat(line.has("stack")).isFalse();
    }

    @Test
    void a_failure_is_told_with_its_cause_on_the_same_line() throws Exception {
        configure(LogFormat.JSON);
        var cause = new IOException("the disk is full");

        context.getLogger("dev.atelier.Some").error("broken", new IllegalStateException(cause));

        assertThat(only().path("stack").asText())
                .contains(
                        "IllegalStateException", "Caused by: java.io.IOException: the disk is full")
                .contains("\n");
    }

    @Test
    void nothing_that_is_logged_can_forge_a_line_or_a_member() throws Exception {
        configure(LogFormat.JSON);
        var hostile = "a\"b\\c\r\n{\"level\":\"ERROR\"}\u0000\u2028\u0085\ud800é😀";

        context.getLogger("dev.atelier.Some").info("{}", hostile);

        assertThat(only().path("message").asText()).isEqualTo(hostile.replace('\ud800', '?'));
        assertThat(text()).doesNotContain("\u2028", "\u0085", "\u0000");
    }

    @Test
    void text_is_for_people() {
        configure(LogFormat.TEXT);

        context.getLogger("dev.atelier.Some").info("it is so");

        assertThat(text()).matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z INFO  Some it is so\n");
    }

    @Test
    void of_others_only_what_is_wrong_is_told() {
        configure(LogFormat.TEXT);

        assertThat(context.getLogger("dev.atelier.X").getEffectiveLevel()).isEqualTo(Level.INFO);
        assertThat(context.getLogger("org.flywaydb").getEffectiveLevel()).isEqualTo(Level.WARN);
        assertThat(context.getLogger("io.helidon.dbclient.X").getEffectiveLevel())
                .isEqualTo(Level.ERROR);
    }

    private void configure(LogFormat format) {
        context.setMDCAdapter(about);
        LogConfiguration.configure(context, format);
        var root = context.getLogger("ROOT");
        var console = (OutputStreamAppender<ILoggingEvent>) root.getAppender("console");
        Objects.requireNonNull(console).setOutputStream(out);
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private JsonNode only() throws JsonProcessingException {
        var lines = text().lines().toList();
        assertThat(lines).hasSize(1);
        return new ObjectMapper().readTree(lines.getFirst());
    }
}
