package dev.atelier.bootstrap.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;

/// One request for server-sent events on a socket of its own, and what comes back, read by the
/// rules of the HTML Living Standard (9.2.6): an event counts once its blank line is here.
final class EventConnection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;
    private static final int AS_THE_SYSTEM_DOES = 0;

    private final Socket socket;
    private final InputStream in;
    private final int status;
    private int leftOfChunk;

    /// @param id where the client may go on after it; null if it is not to be remembered
    /// @param name empty where there is nothing but an id
    record Event(@Nullable String id, String name, String data, Instant arrived) {}

    private EventConnection(Socket socket, InputStream in) throws IOException {
        this.socket = socket;
        this.in = in;
        this.status = Integer.parseInt(line().split(" ", -1)[1]);
        for (var field = line(); !field.isEmpty(); field = line()) {
            // None of them matters here.
        }
    }

    /// @param lastEventId null at the first time
    static EventConnection open(Client user, String path, @Nullable String lastEventId)
            throws IOException {
        return open(user, path, lastEventId, new Line(AS_THE_SYSTEM_DOES, Integer.MAX_VALUE));
    }

    /// A connection's qualities.
    ///
    /// @param receiveBuffer in bytes
    /// @param breaksAfter so many bytes have come
    record Line(int receiveBuffer, int breaksAfter) {}

    static EventConnection open(Client user, String path, @Nullable String lastEventId, Line line)
            throws IOException {
        var socket = ask(user, path, lastEventId, line);
        try {
            var raw = new Breaking(socket.getInputStream(), line.breaksAfter());
            return new EventConnection(socket, new BufferedInputStream(raw, 1024));
        } catch (IOException | RuntimeException broken) {
            socket.close();
            throw broken;
        }
    }

    /// Asks, and leaves it to the caller whether anything is read.
    static Socket ask(Client user, String path, @Nullable String lastEventId, Line line)
            throws IOException {
        var socket = new Socket();
        if (line.receiveBuffer() != AS_THE_SYSTEM_DOES) {
            socket.setReceiveBufferSize(line.receiveBuffer());
        }
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), user.address().getPort()),
                PATIENCE_MILLIS);
        var request =
                "GET /api/ai-agent%s HTTP/1.1\r\nHost: atelier\r\nAccept: text/event-stream\r\n"
                                .formatted(path)
                        + (path.contains("ticket=")
                                ? ""
                                : "Authorization: Bearer " + user.token() + "\r\n")
                        + (lastEventId == null ? "" : "Last-Event-ID: " + lastEventId + "\r\n")
                        + "\r\n";
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        return socket;
    }

    int status() {
        return status;
    }

    /// Waits for the next event, or for an id that comes alone; comments are passed over.
    ///
    /// @return empty at the end of the stream
    /// @throws IOException if the connection breaks before that
    Optional<Event> next() throws IOException {
        var fields = new HashMap<String, String>();
        while (true) {
            var line = bodyLine();
            if (line == null) {
                return Optional.empty();
            }
            var colon = line.indexOf(':');
            if (colon > 0) {
                fields.put(line.substring(0, colon), line.substring(colon + 1));
            } else if (line.isEmpty() && (fields.containsKey("data") || fields.containsKey("id"))) {
                return Optional.of(
                        new Event(
                                fields.get("id"),
                                fields.getOrDefault("event", ""),
                                fields.getOrDefault("data", ""),
                                Instant.now()));
            } else if (line.isEmpty()) {
                fields.clear();
            }
        }
    }

    /// A line of the body, out of its chunks (RFC 9112, 7.1).
    ///
    /// @return null at the end of the body
    private @Nullable String bodyLine() throws IOException {
        var bytes = new ByteArrayOutputStream();
        while (true) {
            if (leftOfChunk == 0) {
                leftOfChunk = Integer.parseInt(line(), 16);
                if (leftOfChunk == 0) {
                    return null;
                }
            }
            var next = read();
            if (--leftOfChunk == 0) {
                line();
            }
            if (next == '\n') {
                return bytes.toString(UTF_8);
            }
            bytes.write(next);
        }
    }

    private String line() throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (var next = read(); next != '\n'; next = read()) {
            bytes.write(next);
        }
        return bytes.toString(ISO_8859_1).stripTrailing();
    }

    private int read() throws IOException {
        var next = in.read();
        if (next < 0) {
            throw new EOFException("the connection broke");
        }
        return next;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /// Ends after so many bytes.
    private static final class Breaking extends InputStream {

        private final InputStream in;
        private int left;

        Breaking(InputStream in, int left) {
            this.in = in;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            var read = left == 0 ? -1 : in.read(bytes, from, Math.min(length, left));
            left -= Math.max(read, 0);
            return read;
        }
    }
}
