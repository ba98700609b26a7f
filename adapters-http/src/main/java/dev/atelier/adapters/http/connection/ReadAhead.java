package dev.atelier.adapters.http.connection;

import io.helidon.webserver.CloseConnectionException;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// A read of a client's next bytes in a thread of its own, so that somebody notices when the client
/// leaves while its request is being answered. Ends with the connection.
final class ReadAhead {

    private static final byte[] NOTHING_YET = {};

    private final CompletableFuture<byte[]> read = new CompletableFuture<>();

    /// @param source empty where nothing has come yet; throws when the connection has ended
    /// @param gone called if the connection ends before a byte has come
    static ReadAhead start(Supplier<byte[]> source, Runnable gone) {
        var ahead = new ReadAhead();
        Thread.startVirtualThread(() -> ahead.read(source, gone));
        return ahead;
    }

    private void read(Supplier<byte[]> source, Runnable gone) {
        try {
            var bytes = NOTHING_YET;
            while (bytes.length == 0) {
                bytes = source.get();
            }
            read.complete(bytes);
        } catch (RuntimeException end) {
            read.completeExceptionally(end);
            gone.run();
        }
    }

    /// @return empty if the deadline passed first
    /// @throws CloseConnectionException if the connection has ended
    byte[] bytes(long deadline) {
        try {
            return read.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            return NOTHING_YET;
        } catch (ExecutionException end) {
            throw new CloseConnectionException("the client closed the connection", end.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CloseConnectionException("the server stops", stop);
        }
    }
}
