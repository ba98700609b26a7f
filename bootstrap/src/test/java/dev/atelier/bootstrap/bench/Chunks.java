package dev.atelier.bootstrap.bench;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// The body of an answer that is sent in chunks (RFC 9112, 7.1), as long as it lasts.
final class Chunks extends FilterInputStream {

    private static final int HEX = 16;

    private int left;
    private boolean first = true;

    Chunks(InputStream answer) {
        super(answer);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (left == 0) {
            left = nextSize();
        }
        var read = left == 0 ? -1 : in.read(into, offset, Math.min(length, left));
        left -= Math.max(0, read);
        return read;
    }

    /// Not the end of a chunk: whoever reads on for that waits for the next.
    @Override
    public int available() throws IOException {
        return Math.min(left, in.available());
    }

    private int nextSize() throws IOException {
        if (!first) {
            line(in);
        }
        first = false;
        var size = line(in);
        return size.isEmpty() ? 0 : Integer.parseInt(size, HEX);
    }

    /// @return up to the end of the line or of all
    static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
