package dev.atelier.adapters.postgres;

import java.util.concurrent.ThreadLocalRandom;

/// Which rows of the roll-ups this node counts in. Each of its lanes has one of its own, and nodes
/// seldom share one, so that next to nobody waits for somebody else's count.
record Shards(int submissions, int settlements, int claims, int deletions) {

    private static final int LANES = 4;
    private static final int NODES = 16;

    static Shards random() {
        var first = LANES * ThreadLocalRandom.current().nextInt(NODES);
        return new Shards(first, first + 1, first + 2, first + 3);
    }
}
