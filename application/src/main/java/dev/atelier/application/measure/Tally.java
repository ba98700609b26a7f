package dev.atelier.application.measure;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/// Counts by a key, of which there are only a few, from many threads at once.
public final class Tally<K> {

    private final Map<K, LongAdder> counts = new ConcurrentHashMap<>();

    public void count(K key) {
        counts.computeIfAbsent(key, _ -> new LongAdder()).increment();
    }

    public Map<K, Long> read() {
        return counts.entrySet().stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, entry -> entry.getValue().sum()));
    }
}
