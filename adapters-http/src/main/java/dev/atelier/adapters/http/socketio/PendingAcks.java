package dev.atelier.adapters.http.socketio;

import com.fasterxml.jackson.databind.JsonNode;

import dev.atelier.adapters.http.timing.Timer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/// Acknowledgements that one client still owes.
final class PendingAcks {

    private static final int MAX_PENDING = 1_000;

    private final Timer timer;
    private final AtomicLong ids = new AtomicLong();
    private final Map<Long, CompletableFuture<List<JsonNode>>> pending = new ConcurrentHashMap<>();

    PendingAcks(Timer timer) {
        this.timer = timer;
    }

    /// @param ask sends the question under this id
    CompletableFuture<List<JsonNode>> await(Duration patience, LongConsumer ask) {
        if (pending.size() >= MAX_PENDING) {
            return CompletableFuture.failedFuture(
                    new Unacknowledged("the client acknowledges nothing"));
        }
        var id = ids.getAndIncrement();
        var answer = new CompletableFuture<List<JsonNode>>();
        pending.put(id, answer);
        var alarm = timer.in(patience, () -> fail(id, "the client took too long"));
        ask.accept(id);
        return answer.whenComplete((_, _) -> alarm.cancel());
    }

    /// Ignores what nobody waits for any more.
    void complete(long id, List<JsonNode> data) {
        var answer = pending.remove(id);
        if (answer != null) {
            answer.complete(data);
        }
    }

    void failAll() {
        pending.keySet().forEach(id -> fail(id, "the client has left"));
    }

    /// In a thread of its own: who waits may go on to do something long.
    private void fail(long id, String message) {
        var answer = pending.remove(id);
        if (answer != null) {
            Thread.startVirtualThread(
                    () -> answer.completeExceptionally(new Unacknowledged(message)));
        }
    }
}
