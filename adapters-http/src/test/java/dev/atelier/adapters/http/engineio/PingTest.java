package dev.atelier.adapters.http.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// The heartbeat of a client that polls.
class PingTest extends EngineTest {

    @Test
    void reaches_a_poll_that_waits() throws Exception {
        var sid = client.open();
        for (var n = 0; n < 3; n++) {
            var poll = client.polling(sid);
            awaitWaiting(sid);
            timer.pass(Duration.ofSeconds(25));

            assertThat(poll.get(20, TimeUnit.SECONDS).text()).isEqualTo("2");
            assertThat(client.post(sid, "3").text()).isEqualTo("ok");
        }
    }

    @Test
    void ends_the_session_of_a_client_that_answers_too_late() throws Exception {
        var sid = client.open();
        timer.pass(Duration.ofSeconds(25));
        timer.pass(Duration.ofSeconds(20));

        PollingTest.refused(client.post(sid, "3"), 400, 1);
        assertThat(end()).isEqualTo(CloseReason.PING_TIMEOUT);
        assertThat(server.engine.sessionCount()).isZero();
    }

    @Test
    void counts_even_where_the_alarm_is_late() throws Exception {
        var sid = client.open();
        timer.stall(Duration.ofSeconds(45));

        PollingTest.refused(client.poll(sid), 400, 1);
        assertThat(end()).isEqualTo(CloseReason.PING_TIMEOUT);
    }

    @Test
    void tells_a_poll_that_waits_that_it_is_over() throws Exception {
        var sid = client.open();
        timer.pass(Duration.ofSeconds(25));
        assertThat(client.poll(sid).text()).isEqualTo("2");
        var poll = client.polling(sid);
        awaitWaiting(sid);

        timer.pass(Duration.ofSeconds(20));

        assertThat(poll.get(20, TimeUnit.SECONDS).text()).isEqualTo("1");
        assertThat(end()).isEqualTo(CloseReason.PING_TIMEOUT);
    }
}
