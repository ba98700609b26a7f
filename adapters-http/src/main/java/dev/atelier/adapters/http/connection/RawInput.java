package dev.atelier.adapters.http.connection;

import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataReader.InsufficientDataAvailableException;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ServerConnectionException;

import org.jspecify.annotations.Nullable;

import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;

/// The bytes of one connection, read against a deadline. Deadlines are readings of
/// [System#nanoTime].
final class RawInput {

    private static final byte[] NONE = {};
    private static final Duration LONG = Duration.ofHours(1);

    private final DataReader source;
    private byte[] buffer = NONE;
    private int position;
    private @Nullable ReadAhead ahead;

    RawInput(DataReader source) {
        this.source = source;
    }

    static long after(Duration time) {
        return System.nanoTime() + time.toNanos();
    }

    /// @return false if the deadline passed first
    /// @throws CloseConnectionException if the client has closed the connection
    boolean await(long deadline) {
        while (position == buffer.length) {
            if (System.nanoTime() - deadline >= 0) {
                return false;
            }
            pull(deadline);
        }
        return true;
    }

    /// Everything that is already here, at most `max` bytes and at least one.
    byte[] take(int max, long deadline) {
        requireAvailable(deadline);
        var end = Math.min(buffer.length, position + max);
        var taken = Arrays.copyOfRange(buffer, position, end);
        position = end;
        return taken;
    }

    /// What comes next, whenever it comes.
    byte[] takeAny() {
        while (position == buffer.length) {
            pull(after(LONG));
        }
        var taken = Arrays.copyOfRange(buffer, position, buffer.length);
        position = buffer.length;
        return taken;
    }

    /// Tells when the client leaves before it has sent anything more. To be called by the thread
    /// that reads this input, while it has better to do than to read.
    void whenGone(Runnable gone) {
        if (position == buffer.length && ahead == null) {
            ahead = ReadAhead.start(this::read, gone);
        }
    }

    /// A line without its CRLF.
    ///
    /// @param tooLong thrown where the line has more than `max` bytes
    String line(int max, Supplier<Refusal> tooLong, long deadline) {
        var line = new StringBuilder(80);
        while (true) {
            var next = next(deadline);
            if (next == '\r') {
                if (next(deadline) != '\n') {
                    throw Refusal.malformed("A line must end in CRLF");
                }
                return line.toString();
            }
            if (next == '\n') {
                throw Refusal.malformed("A line must end in CRLF");
            }
            if (line.length() == max) {
                throw tooLong.get();
            }
            line.append((char) (next & 0xff));
        }
    }

    /// Throws away what still comes, so that a client that is busy sending gets to read our answer
    /// before the connection is reset. Ends with the first silence.
    void drain(Duration atMost) {
        var deadline = after(atMost);
        try {
            while (System.nanoTime() - deadline < 0) {
                source.ensureAvailable();
                source.skip(source.available());
            }
        } catch (InsufficientDataAvailableException | ServerConnectionException _) {
            // The end, a silence or a broken connection: whichever it is, we are done.
            buffer = NONE;
        }
    }

    static byte[] bytes(String line) {
        return line.getBytes(StandardCharsets.ISO_8859_1);
    }

    private byte next(long deadline) {
        requireAvailable(deadline);
        return buffer[position++];
    }

    private void requireAvailable(long deadline) {
        if (!await(deadline)) {
            throw Refusal.tooSlow();
        }
    }

    private void pull(long deadline) {
        buffer = ahead == null ? read() : readAhead(ahead, deadline);
        position = 0;
    }

    /// Somebody reads already, and two readers would take each other's bytes.
    private byte[] readAhead(ReadAhead reading, long deadline) {
        var bytes = reading.bytes(deadline);
        if (bytes.length > 0) {
            ahead = null;
        }
        return bytes;
    }

    /// What has come, or nothing after the socket's read timeout.
    private byte[] read() {
        try {
            source.ensureAvailable();
            return source.readBytes(source.available());
        } catch (InsufficientDataAvailableException end) {
            throw new CloseConnectionException("the client closed the connection", end);
        } catch (ServerConnectionException broken) {
            if (isTick(broken)) {
                return NONE;
            }
            throw broken;
        }
    }

    /// The socket's read timeout only says that it is time to look at the clock.
    private static boolean isTick(ServerConnectionException e) {
        var cause = e.getCause();
        return cause != null && cause.getCause() instanceof SocketTimeoutException;
    }
}
