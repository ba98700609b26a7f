package dev.atelier.adapters.postgres;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Group commits side by side, so that the database works on one batch while another is on its way.
/// All writes of one owner take the same lane: what depends on one another stays in order.
final class Lanes<W, R> implements AutoCloseable {

    private final List<GroupCommit<W, R>> lanes;
    private final Function<W, Object> owner;

    /// @param lane makes the lane of that number
    Lanes(int count, Function<W, Object> owner, IntFunction<GroupCommit<W, R>> lane) {
        this.owner = owner;
        this.lanes = IntStream.range(0, count).mapToObj(lane).toList();
    }

    R write(W write) {
        return lanes.get(Math.floorMod(owner.apply(write).hashCode(), lanes.size())).write(write);
    }

    @Override
    public void close() {
        lanes.forEach(GroupCommit::close);
    }
}
