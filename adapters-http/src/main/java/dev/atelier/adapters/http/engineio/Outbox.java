package dev.atelier.adapters.http.engineio;

import dev.atelier.adapters.http.engineio.EngineSettings.Backlog;

import java.util.ArrayList;
import java.util.List;

/// What waits to be taken by one client. For one thread at a time.
final class Outbox {

    private final Backlog limit;
    private List<Packet> packets = new ArrayList<>();
    private long bytes;

    Outbox(Backlog limit) {
        this.limit = limit;
    }

    /// @return false if there is no room for all of them; then none is added
    boolean add(List<? extends Packet> added) {
        var size = added.stream().mapToLong(Packet::size).sum();
        if (packets.size() + added.size() > limit.maxPackets() || bytes + size > limit.maxBytes()) {
            return false;
        }
        packets.addAll(added);
        bytes += size;
        return true;
    }

    boolean isEmpty() {
        return packets.isEmpty();
    }

    List<Packet> takeAll() {
        var taken = packets;
        packets = new ArrayList<>();
        bytes = 0;
        return taken;
    }
}
