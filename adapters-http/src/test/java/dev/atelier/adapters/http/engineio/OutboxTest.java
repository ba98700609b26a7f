package dev.atelier.adapters.http.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.http.engineio.EngineSettings.Backlog;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.util.List;

class OutboxTest {

    private static final Packet SMALL = Packet.message("abc");

    @Test
    void takes_so_many_packets_and_no_more() {
        var outbox = new Outbox(new Backlog(2, 1000));

        assertThat(outbox.add(List.of(SMALL))).isTrue();
        assertThat(outbox.add(List.of(SMALL, SMALL))).isFalse();
        assertThat(outbox.add(List.of(SMALL))).isTrue();
        assertThat(outbox.add(List.of(SMALL))).isFalse();
    }

    @Test
    void takes_so_many_bytes_and_no_more() {
        var outbox = new Outbox(new Backlog(1000, 10));

        assertThat(outbox.add(List.of(SMALL, SMALL))).isTrue();
        assertThat(outbox.add(List.of(new Packet.Binary(ByteBuffer.allocate(3))))).isFalse();
        assertThat(outbox.add(List.of(new Packet.Binary(ByteBuffer.allocate(2))))).isTrue();
    }

    @Test
    void has_all_its_room_again_once_everything_is_taken() {
        var outbox = new Outbox(new Backlog(2, 8));
        outbox.add(List.of(SMALL, SMALL));

        assertThat(outbox.takeAll()).containsExactly(SMALL, SMALL);
        assertThat(outbox.isEmpty()).isTrue();
        assertThat(outbox.add(List.of(SMALL, SMALL))).isTrue();
    }
}
