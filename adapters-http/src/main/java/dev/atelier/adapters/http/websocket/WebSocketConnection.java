package dev.atelier.adapters.http.websocket;

import dev.atelier.adapters.http.timing.Timer;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader.InsufficientDataAvailableException;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ServerConnectionException;
import io.helidon.webserver.spi.ServerConnection;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/// A connection that has become a WebSocket. Its own thread reads; sends of all threads are made
/// one after another.
final class WebSocketConnection implements ServerConnection, WebSocket {

    private static final Logger LOG = LoggerFactory.getLogger(WebSocketConnection.class);

    /// How long a client may take to answer our goodbye.
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final ConnectionContext context;
    private final WebSocketListener listener;
    private final MessageReader messages;
    private final Timer timer;
    private final ReentrantLock sending = new ReentrantLock(true);
    private boolean closeSent;
    private volatile boolean closing;
    private volatile boolean peerClosed;

    WebSocketConnection(
            ConnectionContext context, WebSocketListener listener, int maxMessage, Timer timer) {
        this.context = context;
        this.listener = listener;
        this.messages =
                new MessageReader(new FrameReader(context.dataReader(), maxMessage), maxMessage);
        this.timer = timer;
    }

    /// Returns when the connection may be closed, and throws nothing: whatever left this method
    /// would be answered in HTTP, in the middle of a WebSocket.
    @Override
    public void handle(Limit limit) {
        var endedWell = false;
        try {
            listener.opened(this);
            readToTheEnd();
            endedWell = true;
        } catch (ProtocolViolation violation) {
            close(violation.code(), violation.reason());
        } catch (RuntimeException e) {
            if (!isGone(e)) {
                LOG.error("a WebSocket failed", e);
                close(CloseCode.SERVER_ERROR, "");
            }
        } finally {
            listener.ended();
        }
        if (!endedWell) {
            drain();
        }
    }

    private void readToTheEnd() {
        while (!peerClosed) {
            switch (messages.next()) {
                case Message.Text(var text) -> {
                    if (!closing) {
                        listener.received(text);
                    }
                }
                case Message.Binary(var bytes) -> {
                    if (!closing) {
                        listener.received(bytes);
                    }
                }
                case Message.Ping(var bytes) -> answer(Frame.pong(bytes));
                case Message.Pong() -> {}
                case Message.Close() -> {
                    peerClosed = true;
                    close(CloseCode.NORMAL, "");
                }
            }
        }
    }

    @Override
    public void send(String text) {
        send(Frame.text(text));
    }

    @Override
    public void send(ByteBuffer bytes) {
        send(Frame.binary(bytes));
    }

    private void send(Frame frame) {
        sending.lock();
        try {
            if (closeSent) {
                throw new WebSocketGone("the WebSocket is closed");
            }
            write(frame);
        } finally {
            sending.unlock();
        }
    }

    private void answer(Frame pong) {
        if (!closing) {
            send(pong);
        }
    }

    @Override
    public void close(CloseCode code, String reason) {
        closing = true;
        timer.in(FAREWELL, this::abort);
        sending.lock();
        try {
            if (!closeSent) {
                closeSent = true;
                write(Frame.close(code, reason));
            }
        } catch (WebSocketGone gone) {
            abort();
        } finally {
            sending.unlock();
        }
    }

    private void write(Frame frame) {
        try {
            context.dataWriter().writeNow(BufferData.create(frame.bytes()));
        } catch (RuntimeException broken) {
            throw new WebSocketGone(broken);
        }
    }

    /// Bytes that nobody has read make the system reset the connection, and the goodbye be lost.
    private void drain() {
        var input = context.dataReader();
        try {
            while (true) {
                input.ensureAvailable();
                input.skip(input.available());
            }
        } catch (RuntimeException end) {
            LOG.trace("a closed WebSocket has ended", end);
        }
    }

    @Override
    public void abort() {
        closing = true;
        try {
            context.serverSocket().close();
        } catch (UncheckedIOException e) {
            LOG.debug("a socket did not close", e);
        }
    }

    private static boolean isGone(RuntimeException e) {
        return e instanceof WebSocketGone
                || e instanceof InsufficientDataAvailableException
                || e instanceof ServerConnectionException
                || e instanceof CloseConnectionException
                || e instanceof UncheckedIOException;
    }

    /// Never: whoever opens a WebSocket watches over it.
    @Override
    public Duration idleTime() {
        return Duration.ZERO;
    }

    /// The server stops.
    @Override
    public void close(boolean interrupt) {
        if (interrupt) {
            abort();
        } else {
            Thread.startVirtualThread(() -> close(CloseCode.GOING_AWAY, ""));
        }
    }
}
