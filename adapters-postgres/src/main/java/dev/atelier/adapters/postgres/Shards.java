package dev.atelier.adapters.postgres;

import java.util.concurrent.ThreadLocalRandom;

/// In which rows this node notes the turns that it served, and what it deleted. Each of its writers
/// has one of its own, and nodes seldom share one, so that next to nobody waits for somebody else.
record Shards(int first) {

    private static final int PER_NODE = 2 + GroupCommit.FLUSHERS + Settlements.LANES;
    private static final int NODES = 16;

    static Shards random() {
        return new Shards(PER_NODE * ThreadLocalRandom.current().nextInt(NODES));
    }

    int claims() {
        return first;
    }

    int deletions() {
        return first + 1;
    }

    int submissions(int flusher) {
        return first + 2 + flusher;
    }

    int settlements(int lane) {
        return first + 2 + GroupCommit.FLUSHERS + lane;
    }
}
