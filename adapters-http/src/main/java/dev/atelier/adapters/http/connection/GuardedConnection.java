package dev.atelier.adapters.http.connection;

import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.task.InterruptableTask;
import io.helidon.webserver.spi.ServerConnection;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// Helidon's connection, with its guard closed behind it.
record GuardedConnection(ServerConnection connection, RequestGuard guard, RawInput input)
        implements ServerConnection, InterruptableTask<Void> {

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

    /// Whether the connection waits for a request, and may be closed without harm.
    @Override
    public boolean canInterrupt() {
        return connection instanceof InterruptableTask<?> task && task.canInterrupt();
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
