package dev.atelier.application.work;

import dev.atelier.application.port.in.WorkDone.Timings;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/// Counts how long things took, from many threads at once.
final class Stopwatches {

    /// One for each bound, and one for what took longer.
    private final LongAdder[] buckets =
            Stream.generate(LongAdder::new)
                    .limit(Timings.BOUNDS.size() + 1L)
                    .toArray(LongAdder[]::new);

    private final LongAdder nanos = new LongAdder();

    void add(@Nullable Duration took) {
        if (took != null) {
            buckets[bucket(took)].increment();
            nanos.add(took.toNanos());
        }
    }

    private static int bucket(Duration took) {
        var bucket = 0;
        while (bucket < Timings.BOUNDS.size() && took.compareTo(Timings.BOUNDS.get(bucket)) > 0) {
            bucket++;
        }
        return bucket;
    }

    Timings read() {
        var counts = Arrays.stream(buckets).mapToLong(LongAdder::sum).toArray();
        Arrays.parallelPrefix(counts, Long::sum);
        return new Timings(Arrays.stream(counts).boxed().toList(), Duration.ofNanos(nanos.sum()));
    }
}
