package dev.atelier.adapters.http.websocket;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// A WebSocket client that sends exactly what it is told to.
public final class WsClient implements AutoCloseable {

    private static final int PATIENCE = 20_000;

    private final Socket socket;
    private final InputStream input;

    /// @throws AssertionError if the server does not agree
    public WsClient(int port, String target) throws IOException {
        this.socket = new Socket();
        socket.setReceiveBufferSize(16 * 1024);
        socket.connect(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setSoTimeout(PATIENCE);
        socket.setTcpNoDelay(true);
        this.input = new BufferedInputStream(socket.getInputStream());
        raw(upgrade(target).getBytes(StandardCharsets.US_ASCII));
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) read());
        }
        if (!head.toString().startsWith("HTTP/1.1 101 ")) {
            throw new AssertionError("no WebSocket: " + head);
        }
    }

    public static String upgrade(String target) {
        return String.join(
                "\r\n",
                "GET " + target + " HTTP/1.1",
                "Host: localhost",
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "",
                "");
    }

    public WsClient send(String text) throws IOException {
        return raw(Frames.text(text));
    }

    public WsClient send(byte... bytes) throws IOException {
        return raw(Frames.binary(bytes));
    }

    public WsClient raw(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /// The next message: a text as it is, bytes as `hex:0102`, the end as `close:1000` or `end`.
    public String next() throws IOException {
        try {
            return message();
        } catch (EOFException | SocketException end) {
            return "end";
        }
    }

    private String message() throws IOException {
        var first = read();
        var payload = input.readNBytes(Math.toIntExact(length(read())));
        return switch (first) {
            case Frames.FINAL | Frames.TEXT -> new String(payload, StandardCharsets.UTF_8);
            case Frames.FINAL | Frames.BINARY -> "hex:" + HexFormat.of().formatHex(payload);
            case Frames.FINAL | Frames.PONG -> "pong:" + HexFormat.of().formatHex(payload);
            case Frames.FINAL | Frames.CLOSE ->
                    "close:" + (ByteBuffer.wrap(payload).getShort() & 0xffff);
            default -> throw new AssertionError("no proper frame: " + first);
        };
    }

    private long length(int announced) throws IOException {
        return switch (announced) {
            case 126 -> ByteBuffer.wrap(input.readNBytes(2)).getShort() & 0xffff;
            case 127 -> ByteBuffer.wrap(input.readNBytes(8)).getLong();
            default -> announced;
        };
    }

    private int read() throws IOException {
        var next = input.read();
        if (next < 0) {
            throw new EOFException();
        }
        return next;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
