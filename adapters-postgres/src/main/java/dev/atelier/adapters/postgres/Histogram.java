package dev.atelier.adapters.postgres;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/// Running times in classes that each reach a fifth further than the one before, from a millisecond
/// to some hours: the middle of a class is within 10 percent of all that is in it.
final class Histogram {

    private static final double GROWTH = 1.2;
    private static final double SMALLEST_MICROS = 1_000;
    private static final int LAST_BUCKET = 95;

    private final Map<Integer, Long> counts = new TreeMap<>();

    static int bucket(Duration time) {
        var micros = (double) micros(time);
        if (micros <= SMALLEST_MICROS) {
            return 0;
        }
        var bucket = Math.log(micros / SMALLEST_MICROS) / Math.log(GROWTH);
        return Math.min(LAST_BUCKET, 1 + (int) bucket);
    }

    /// Times never run backwards, even if two clocks disagree.
    static long micros(Duration time) {
        return Math.max(0, time.toNanos() / 1_000);
    }

    void add(int bucket, long count) {
        counts.merge(bucket, count, Long::sum);
    }

    long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /// @param share 0 to 1
    /// @return null if there is nothing to measure
    @Nullable Double quantileSeconds(double share) {
        var wanted = share * (double) total();
        long passed = 0;
        for (var bucket : counts.entrySet()) {
            passed += bucket.getValue();
            if (passed > 0 && (double) passed >= wanted) {
                return middleSeconds(bucket.getKey());
            }
        }
        return null;
    }

    private static double middleSeconds(int bucket) {
        return SMALLEST_MICROS * Math.pow(GROWTH, bucket - 0.5) / 1_000_000;
    }
}
