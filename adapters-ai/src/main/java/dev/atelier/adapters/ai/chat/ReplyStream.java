package dev.atelier.adapters.ai.chat;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The body of an answer as it arrives, for one reader. A read fails once the server has been
/// silent for too long, and at once when the reading thread is interrupted; either way the
/// connection is closed.
final class ReplyStream extends InputStream {

    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final Queue<ByteBuffer> unread = new ArrayDeque<>();
    private final Connection connection = new Connection();
    private final Patience patience;
    private Duration wait;
    private boolean ended;

    private sealed interface Arrival {

        record Bytes(List<ByteBuffer> buffers) implements Arrival {}

        record End() implements Arrival {}

        record Break(Throwable cause) implements Arrival {}
    }

    ReplyStream(Publisher<List<ByteBuffer>> body, Patience patience) {
        this.patience = patience;
        this.wait = patience.first();
        body.subscribe(connection);
    }

    @Override
    public int read() throws IOException {
        return hasNext() ? Byte.toUnsignedInt(unread.element().get()) : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!hasNext()) {
            return -1;
        }
        var next = unread.element();
        var read = Math.min(length, next.remaining());
        next.get(bytes, offset, read);
        return read;
    }

    @Override
    public void close() {
        connection.close();
    }

    private boolean hasNext() throws IOException {
        while (!ended) {
            while (!unread.isEmpty()) {
                if (unread.element().hasRemaining()) {
                    return true;
                }
                unread.remove();
            }
            take(next());
        }
        return false;
    }

    private void take(Arrival arrival) throws IOException {
        switch (arrival) {
            case Arrival.Bytes(var buffers) -> {
                unread.addAll(buffers);
                wait = patience.next();
                connection.more();
            }
            case Arrival.End() -> ended = true;
            case Arrival.Break(var cause) -> throw new IOException(cause);
        }
    }

    private Arrival next() throws IOException {
        try {
            var arrival = arrivals.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
            if (arrival == null) {
                close();
                throw new HttpTimeoutException("silent for " + wait);
            }
            return arrival;
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /// The end of it that the HTTP client fills, on threads of its own.
    private final class Connection implements Subscriber<List<ByteBuffer>> {

        private @Nullable Subscription subscription;
        private boolean closed;

        @Override
        public synchronized void onSubscribe(Subscription given) {
            subscription = given;
            if (closed) {
                given.cancel();
            } else {
                given.request(1);
            }
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            arrivals.add(new Arrival.Bytes(buffers));
        }

        @Override
        public void onError(Throwable cause) {
            arrivals.add(new Arrival.Break(cause));
        }

        @Override
        public void onComplete() {
            arrivals.add(new Arrival.End());
        }

        synchronized void more() {
            if (subscription != null && !closed) {
                subscription.request(1);
            }
        }

        synchronized void close() {
            closed = true;
            if (subscription != null) {
                subscription.cancel();
            }
        }
    }
}
