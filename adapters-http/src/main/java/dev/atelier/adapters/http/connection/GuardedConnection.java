package dev.atelier.adapters.http.connection;

import io.helidon.common.concurrency.limits.Limit;
import io.helidon.webserver.spi.ServerConnection;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// Helidon's connection, with its guard closed behind it. It does not offer itself to be
/// interrupted when the server stops: a connection that seems idle may have its next request on the
/// way, which would find a reset instead of an answer. It ends with its next answer, or with the
/// grace.
record GuardedConnection(ServerConnection connection, RequestGuard guard, RawInput input)
        implements ServerConnection {

    /// What the connection of this thread reads.
    static final ScopedValue<RawInput> INPUT = ScopedValue.newInstance();

    @Override
    public void handle(Limit limit) throws InterruptedException {
        ScopedValue.where(INPUT, input)
                .<@Nullable Void, InterruptedException>call(
                        () -> {
                            connection.handle(limit);
                            return null;
                        });
        guard.close();
    }

    @Override
    public Duration idleTime() {
        return connection.idleTime();
    }

    @Override
    public void close(boolean interrupt) {
        connection.close(interrupt);
    }
}
