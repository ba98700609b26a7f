package dev.atelier.adapters.http.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.atelier.adapters.http.json.Json;

import io.helidon.webserver.CloseConnectionException;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Consumer;

/// One answer that goes on, as server-sent events (HTML Living Standard, 9.2). Each event is one
/// write. Neither ids, names nor JSON hold line breaks, which would begin another field.
final class EventStream implements AutoCloseable {

    private static final long IDLE = 0;
    private static final byte[] PING = ":\n\n".getBytes(UTF_8);

    private final OutputStream out;
    private final Consumer<EventStream> closing;
    private final Thread thread = Thread.currentThread();
    private volatile long writingSince = IDLE;

    EventStream(OutputStream out, Consumer<EventStream> closing) {
        this.out = out;
        this.closing = closing;
    }

    /// Asks the client to come back after so long, should the connection break.
    void greet(Duration retry) {
        write(("retry:" + retry.toMillis() + "\n\n").getBytes(UTF_8));
    }

    /// @param id where the client may go on after this event; null if it is not to be remembered
    void send(@Nullable String id, LiveEvent event) {
        var bytes = new ByteArrayOutputStream();
        if (id != null) {
            field(bytes, "id:", id.getBytes(UTF_8));
        }
        field(bytes, "event:", event.name().getBytes(UTF_8));
        field(bytes, "data:", Json.bytes(event.data()));
        bytes.write('\n');
        write(bytes.toByteArray());
    }

    private static void field(ByteArrayOutputStream bytes, String name, byte[] value) {
        bytes.writeBytes(name.getBytes(UTF_8));
        bytes.writeBytes(value);
        bytes.write('\n');
    }

    void ping() {
        write(PING);
    }

    private void write(byte[] bytes) {
        writingSince = Math.max(1, System.nanoTime());
        try {
            out.write(bytes);
            out.flush();
        } catch (IOException | UncheckedIOException gone) {
            throw new CloseConnectionException("the watcher is gone", gone);
        } finally {
            writingSince = IDLE;
        }
    }

    /// Gives up a client that has taken nothing for so long: an interrupt closes the socket that a
    /// virtual thread writes to.
    void giveUpAfter(Duration timeout) {
        var since = writingSince;
        if (since != IDLE && System.nanoTime() - since > timeout.toNanos()) {
            thread.interrupt();
        }
    }

    /// Ends the stream from another thread, between two events.
    void stop() {
        thread.interrupt();
    }

    @Override
    public void close() {
        closing.accept(this);
        try {
            out.close();
        } catch (IOException | UncheckedIOException gone) {
            throw new CloseConnectionException("the watcher is gone", gone);
        }
    }
}
