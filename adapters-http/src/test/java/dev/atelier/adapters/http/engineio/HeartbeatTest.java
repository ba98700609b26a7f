package dev.atelier.adapters.http.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.http.engineio.EngineSettings.Backlog;
import dev.atelier.adapters.http.timing.ManualTimer;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Pings every 300 ms, with 200 ms to answer and 100 ms for the way.
class HeartbeatTest {

    private final ManualTimer timer = new ManualTimer();
    private final List<String> log = new ArrayList<>();
    private boolean listening = true;
    private final Heartbeat heartbeat = new Heartbeat(timer, settings(), new Owner());

    @Test
    void pings_at_its_interval_however_quick_the_answer() {
        heartbeat.start();
        for (var n = 0; n < 3; n++) {
            pass(299);
            assertThat(log).hasSize(n);
            pass(1);
            assertThat(log).hasSize(n + 1).containsOnly("ping");
            heartbeat.pong();
        }
        pass(100);
        heartbeat.pong();
        pass(199);
        assertThat(log).hasSize(3);
        pass(1);
        assertThat(log).hasSize(4);
    }

    @Test
    void gives_a_late_answer_a_whole_interval_of_rest() {
        heartbeat.start();
        pass(300);
        pass(290);
        heartbeat.pong();

        pass(299);
        assertThat(log).containsExactly("ping");
        pass(1);
        assertThat(log).containsExactly("ping", "ping");
    }

    @Test
    void notices_a_listener_that_does_not_answer() {
        heartbeat.start();
        pass(599);
        assertThat(log).containsExactly("ping");

        pass(1);

        assertThat(log).containsExactly("ping", "silent");
    }

    @Test
    void counts_for_a_listener_from_when_the_ping_has_left() {
        heartbeat.start();
        timer.stall(Duration.ofSeconds(5));
        pass(299);
        assertThat(log).containsExactly("ping");
        assertThat(heartbeat.isOverdue()).isFalse();

        pass(1);

        assertThat(log).containsExactly("ping", "silent");
    }

    @Test
    void knows_that_who_does_not_listen_is_overdue_before_any_alarm_does() {
        listening = false;
        heartbeat.start();
        timer.stall(Duration.ofMillis(499));
        assertThat(heartbeat.isOverdue()).isFalse();

        timer.stall(Duration.ofMillis(1));

        assertThat(heartbeat.isOverdue()).isTrue();
        assertThat(log).isEmpty();
    }

    @Test
    void stops_for_good() {
        heartbeat.start();
        pass(300);
        heartbeat.stop();

        pass(10_000);

        assertThat(log).containsExactly("ping");
    }

    @Test
    void is_not_moved_by_an_answer_to_no_question() {
        heartbeat.start();
        pass(200);
        heartbeat.pong();
        pass(100);

        assertThat(log).containsExactly("ping");
    }

    private void pass(int millis) {
        timer.pass(Duration.ofMillis(millis));
    }

    private static EngineSettings settings() {
        return new EngineSettings(
                Duration.ofMillis(300),
                Duration.ofMillis(200),
                1,
                new Backlog(1, 1),
                1,
                AllowedOrigins.NONE);
    }

    private final class Owner implements Heartbeat.Owner {

        @Override
        public void ping() {
            log.add("ping");
        }

        @Override
        public void silent() {
            log.add("silent");
            heartbeat.stop();
        }

        @Override
        public boolean isListening() {
            return listening;
        }

        @Override
        public void locked(Runnable task) {
            task.run();
        }
    }
}
