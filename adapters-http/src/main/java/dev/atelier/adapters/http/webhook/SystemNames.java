package dev.atelier.adapters.http.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Asks the operating system. That blocks in native code: it would hold a carrier of virtual
/// threads, and no interrupt ends it. So it happens on threads of its own, of which there are only
/// so many, and whoever has waited long enough leaves.
final class SystemNames implements Names {

    private static final int MAX_LOOKUPS = 64;
    private static final int IDLE_SECONDS = 30;

    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(
                    0,
                    MAX_LOOKUPS,
                    IDLE_SECONDS,
                    TimeUnit.SECONDS,
                    new SynchronousQueue<>(),
                    Thread.ofPlatform().daemon().name("webhook-names-", 0).factory());

    @Override
    public List<InetAddress> addresses(String host)
            throws UnknownHostException, InterruptedException {
        try {
            return threads.submit(() -> List.of(InetAddress.getAllByName(host))).get();
        } catch (RejectedExecutionException busy) {
            throw new UnknownHostException("too many names are being looked up");
        } catch (ExecutionException failed) {
            throw new UnknownHostException(host);
        }
    }
}
