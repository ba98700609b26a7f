package dev.atelier.adapters.http.connection;

import io.helidon.common.socket.SocketOptions;

import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Socket options of accepted connections. The web server has a read timeout among them, but sets
/// it on no socket; without it a read of a silent client never returns.
public record TickingSockets(SocketOptions options) implements SocketOptions {

    public TickingSockets(ConnectionLimits limits) {
        this(SocketOptions.builder().readTimeout(limits.tick()).tcpNoDelay(true).build());
    }

    @Override
    public void configureSocket(Socket socket) {
        options.configureSocket(socket);
        try {
            socket.setSoTimeout(Math.toIntExact(readTimeout().toMillis()));
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<SocketOption<?>, Object> socketOptions() {
        return options.socketOptions();
    }

    @Override
    public Duration connectTimeout() {
        return options.connectTimeout();
    }

    @Override
    public Duration readTimeout() {
        return options.readTimeout();
    }

    @Override
    public Optional<Integer> socketReceiveBufferSize() {
        return options.socketReceiveBufferSize();
    }

    @Override
    public Optional<Integer> socketSendBufferSize() {
        return options.socketSendBufferSize();
    }

    @Override
    public boolean socketReuseAddress() {
        return options.socketReuseAddress();
    }

    @Override
    public boolean socketKeepAlive() {
        return options.socketKeepAlive();
    }

    @Override
    public boolean tcpNoDelay() {
        return options.tcpNoDelay();
    }
}
