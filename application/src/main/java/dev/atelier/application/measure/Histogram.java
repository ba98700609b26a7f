package dev.atelier.application.measure;

import dev.atelier.application.port.in.Distribution;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/// Counts measurements by size, from many threads at once.
public final class Histogram {

    private final List<Double> bounds;

    /// One for each bound, and one for what was larger.
    private final LongAdder[] buckets;

    private final DoubleAdder sum = new DoubleAdder();

    /// @param bounds rising
    public Histogram(List<Double> bounds) {
        this.bounds = bounds;
        this.buckets =
                Stream.generate(LongAdder::new).limit(bounds.size() + 1L).toArray(LongAdder[]::new);
    }

    /// @param took null where it is not known
    public void add(@Nullable Duration took) {
        if (took != null) {
            add((double) took.toNanos() / 1e9);
        }
    }

    public void add(double value) {
        buckets[bucket(value)].increment();
        sum.add(value);
    }

    private int bucket(double value) {
        var bucket = 0;
        while (bucket < bounds.size() && value > bounds.get(bucket)) {
            bucket++;
        }
        return bucket;
    }

    public Distribution read() {
        var counts = Arrays.stream(buckets).mapToLong(LongAdder::sum).toArray();
        Arrays.parallelPrefix(counts, Long::sum);
        return new Distribution(bounds, Arrays.stream(counts).boxed().toList(), sum.sum());
    }
}
