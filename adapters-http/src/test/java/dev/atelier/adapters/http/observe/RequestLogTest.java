package dev.atelier.adapters.http.observe;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;

import dev.atelier.adapters.http.TestServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

class RequestLogTest {

    private final Logger log = (Logger) LoggerFactory.getLogger("dev.atelier.access");
    private final Lines lines = new Lines();

    @BeforeEach
    void listen() {
        lines.start();
        log.setLevel(Level.INFO);
        log.setAdditive(false);
        log.addAppender(lines);
    }

    @AfterEach
    void leave() {
        log.detachAppender(lines);
        log.setAdditive(true);
        log.setLevel(null);
    }

    @Test
    void has_one_line_per_request_that_names_route_user_and_job() throws InterruptedException {
        try (var server = TestServer.start()) {
            var token = server.tokenOf("alice");
            lines.next();

            var id = "019aaf3e-6c00-7000-8000-000000000001";
            var request = server.request("/job/" + id + "/status?ticket=secret", token);
            server.send(request.header("X-Request-ID", "abc-1").GET());

            assertThat(lines.next())
                    .startsWith("method=GET route=/api/ai-agent/job/{id}/status status=404 ms=")
                    .endsWith("request_id=abc-1 user=alice job=" + id)
                    .doesNotContain(token)
                    .doesNotContain("secret");
        }
    }

    @Test
    void cannot_be_written_by_a_user_id() throws InterruptedException {
        try (var server = TestServer.start()) {
            var token = server.tokenOf("eve\\nmethod=GET route=/forged");
            lines.next();

            server.get("/jobs", token);

            assertThat(lines.next()).contains("user=eve_method_GET_route_/forged job=-");
        }
    }

    @Test
    void tells_no_path_that_nobody_listed() throws InterruptedException {
        try (var server = TestServer.start()) {
            server.get("/nothing/here", "");

            assertThat(lines.next()).startsWith("method=GET route=none status=404");
        }
    }

    /// The answer may be with the client before its line is in the log.
    private static final class Lines extends AppenderBase<ILoggingEvent> {

        private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            seen.add(event.getFormattedMessage());
        }

        String next() throws InterruptedException {
            return String.valueOf(seen.poll(10, TimeUnit.SECONDS));
        }
    }
}
