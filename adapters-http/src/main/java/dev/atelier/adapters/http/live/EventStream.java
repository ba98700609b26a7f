package dev.atelier.adapters.http.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.atelier.adapters.http.json.Json;
import dev.atelier.application.port.in.JobNotFound;
import dev.atelier.application.port.in.WatchJobs.Update;
import dev.atelier.application.port.out.StoreUnavailable;

import io.helidon.webserver.CloseConnectionException;

import org.jspecify.annotations.Nullable;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;

/// One answer that goes on, as server-sent events (HTML Living Standard, 9.2). Events travel when
/// they are flushed. Neither ids, names nor JSON hold line breaks, which would begin another field.
final class EventStream implements AutoCloseable {

    private static final long IDLE = 0;
    private static final byte[] PING = ":\n\n".getBytes(UTF_8);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final OutputStream out;
    private final Thread thread = Thread.currentThread();
    private volatile long writingSince = IDLE;
    private boolean ended;

    private interface Writing {

        void write() throws IOException;
    }

    EventStream(OutputStream out) {
        this.out = new BufferedOutputStream(out);
    }

    /// Asks the client to come back after so long, should the connection break.
    void greet(Duration retry) {
        write(("retry:" + retry.toMillis() + "\n\n").getBytes(UTF_8));
        flush();
    }

    /// Tells the client where it may go on, and nothing else.
    ///
    /// @param id null to tell it nothing
    void mark(@Nullable String id) {
        if (id != null) {
            write(("id:" + id + "\n\n").getBytes(UTF_8));
        }
    }

    /// Sends an update as soon as its words can be found, also through an outage of the store. Of a
    /// job that was deleted meanwhile there is nothing to tell.
    void send(@Nullable String id, Update update, LiveEvents events) throws InterruptedException {
        while (true) {
            try {
                send(id, events.of(update));
                return;
            } catch (JobNotFound deleted) {
                return;
            } catch (StoreUnavailable outage) {
                ping();
                Thread.sleep(BETWEEN_TRIES);
            }
        }
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
        flush();
    }

    private void write(byte[] bytes) {
        timed(() -> out.write(bytes));
    }

    void flush() {
        timed(out::flush);
    }

    private void timed(Writing writing) {
        writingSince = Math.max(1, System.nanoTime());
        try {
            writing.write();
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
            stop();
        }
    }

    /// Ends the stream from another thread, between two events.
    synchronized void stop() {
        if (!ended) {
            thread.interrupt();
        }
    }

    /// An interrupt that came too late must not hit the next request of the connection.
    private synchronized void end() {
        ended = true;
        Thread.interrupted();
    }

    @Override
    public void close() {
        try {
            timed(out::close);
        } finally {
            end();
        }
    }
}
