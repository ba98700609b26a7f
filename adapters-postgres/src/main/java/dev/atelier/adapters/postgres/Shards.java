package dev.atelier.adapters.postgres;

import java.util.concurrent.ThreadLocalRandom;

/// Which rows of the roll-ups this node counts in. Each of its writers has one of its own, and
/// nodes seldom share one, so that next to nobody waits for somebody else's count.
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
