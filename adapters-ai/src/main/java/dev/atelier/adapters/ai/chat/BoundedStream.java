package dev.atelier.adapters.ai.chat;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Fails instead of reading on for ever.
final class BoundedStream extends FilterInputStream {

    private long left;

    BoundedStream(InputStream in, long limit) {
        super(in);
        this.left = limit;
    }

    @Override
    public int read() throws IOException {
        var read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        var read = super.read(bytes, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int read) throws IOException {
        left -= read;
        if (left < 0) {
            throw new IOException("the reply is longer than any diagram");
        }
    }
}
