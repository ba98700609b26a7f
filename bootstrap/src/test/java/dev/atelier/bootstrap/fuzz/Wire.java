package dev.atelier.bootstrap.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.atelier.testkit.openapi.Answer;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A client that writes bytes and reads answers. It keeps its connection as long as the server
/// does.
final class Wire implements AutoCloseable {

    private final URI address;
    private final Duration patience;
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    Wire(URI address, Duration patience) {
        this.address = address;
        this.patience = patience;
    }

    /// What came of a request.
    ///
    /// @param answer null where the server closed the connection without a word
    record Outcome(@Nullable Answer answer) {}

    /// @throws SocketTimeoutException if nothing came within the patience
    Outcome send(WireRequest request) throws IOException {
        if (request.isRaw()) {
            hangUp();
        }
        var reused = socket != null;
        try {
            return exchange(request);
        } catch (SocketException | Closed gone) {
            hangUp();
            if (!reused) {
                return new Outcome(null);
            }
        }
        // The server had closed the connection meanwhile, which is its right.
        try {
            return exchange(request);
        } catch (SocketException | Closed gone) {
            hangUp();
            return new Outcome(null);
        }
    }

    private Outcome exchange(WireRequest request) throws IOException {
        var open = open();
        try {
            open.getOutputStream().write(request.bytes());
            open.getOutputStream().flush();
        } catch (SocketException refused) {
            // It may have answered before it had heard all.
        }
        if (request.isRaw()) {
            halfClose(open);
        }
        var answer = read(request.method().equals("HEAD"));
        if (request.isRaw()
                || answer.headers().getOrDefault("connection", List.of()).contains("close")) {
            hangUp();
        }
        return new Outcome(answer);
    }

    private static void halfClose(Socket open) {
        try {
            open.shutdownOutput();
        } catch (IOException gone) {
            // So has the other half.
        }
    }

    private Socket open() throws IOException {
        var open = socket;
        if (open == null) {
            open = new Socket(address.getHost(), address.getPort());
            open.setSoTimeout((int) patience.toMillis());
            open.setTcpNoDelay(true);
            socket = open;
            in = new BufferedInputStream(open.getInputStream());
        }
        return open;
    }

    private Answer read(boolean withoutBody) throws IOException {
        var line = line();
        while (line.startsWith("HTTP/1.1 100")) {
            headers();
            line = line();
        }
        if (!line.startsWith("HTTP/1.1 ")) {
            throw new IOException("no status line: " + line);
        }
        var status = Integer.parseInt(line.substring(9, 12));
        var headers = headers();
        if (withoutBody || status == 204 || status == 304) {
            return new Answer(status, headers, "");
        }
        return new Answer(status, headers, body(headers));
    }

    private Map<String, List<String>> headers() throws IOException {
        var headers = new HashMap<String, List<String>>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            var colon = line.indexOf(':');
            headers.computeIfAbsent(
                            line.substring(0, colon).toLowerCase(Locale.ROOT),
                            _ -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return headers;
    }

    private String body(Map<String, List<String>> headers) throws IOException {
        if (headers.getOrDefault("content-type", List.of()).contains("text/event-stream")) {
            // It may go on for hours.
            hangUp();
            return "";
        }
        if (headers.containsKey("content-length")) {
            var length = Integer.parseInt(headers.get("content-length").getFirst());
            return new String(stream().readNBytes(length), UTF_8);
        }
        if (headers.containsKey("transfer-encoding")) {
            return chunks();
        }
        var rest = new String(stream().readAllBytes(), UTF_8);
        hangUp();
        return rest;
    }

    private String chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (var size = size(); size > 0; size = size()) {
            body.writeBytes(stream().readNBytes(size));
            line();
        }
        line();
        return body.toString(UTF_8);
    }

    private int size() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (var next = stream().read(); next != '\n'; next = stream().read()) {
            if (next < 0) {
                throw new Closed();
            }
            line.write(next);
        }
        return line.toString(ISO_8859_1).stripTrailing();
    }

    private InputStream stream() throws Closed {
        var open = in;
        if (open == null) {
            throw new Closed();
        }
        return open;
    }

    @Override
    public void close() {
        hangUp();
    }

    /// Ends the connection; the next request begins another.
    void hangUp() {
        var open = socket;
        socket = null;
        in = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException alreadyGone) {
                // That is all we want.
            }
        }
    }

    private static final class Closed extends IOException {}
}
