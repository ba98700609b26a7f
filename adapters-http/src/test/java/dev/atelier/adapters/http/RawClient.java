package dev.atelier.adapters.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

/// A client that says exactly what it is told to.
public final class RawClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.1 ([0-9]{3}) ");

    private final Socket socket;

    public RawClient(int port) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        this.socket.setSoTimeout((int) PATIENCE.toMillis());
    }

    /// Each line with its CRLF.
    public static String lines(String... lines) {
        return String.join("\r\n", lines) + "\r\n";
    }

    public RawClient say(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /// All that the server says until it closes the connection.
    ///
    /// @throws AssertionError if it does not
    public String hearToTheEnd() throws IOException {
        var heard = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(heard);
            return text(heard);
        } catch (SocketTimeoutException e) {
            throw new AssertionError("the connection is held open after: " + text(heard), e);
        } catch (SocketException reset) {
            // Closed with some of our bytes unread: as good an end as any.
            return text(heard);
        }
    }

    /// All that the server says up to and with this text.
    public String hearUntil(String end) throws IOException {
        var heard = new StringBuilder();
        while (heard.indexOf(end) < 0) {
            var next = socket.getInputStream().read();
            if (next < 0) {
                throw new AssertionError("closed after: " + heard);
            }
            heard.append((char) next);
        }
        return heard.toString();
    }

    public static int statusOf(String answer) {
        var line = STATUS_LINE.matcher(answer);
        return line.lookingAt() ? Integer.parseInt(line.group(1)) : 0;
    }

    public static long answersIn(String heard) {
        return STATUS_LINE.matcher(heard).results().count();
    }

    private static String text(ByteArrayOutputStream heard) {
        return heard.toString(StandardCharsets.ISO_8859_1);
    }

    /// Says that nothing more will be said, and stays to listen.
    public RawClient finish() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /// Leaves as a process does that is killed with bytes unread.
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
