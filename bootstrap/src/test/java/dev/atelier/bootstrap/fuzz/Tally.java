package dev.atelier.bootstrap.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What came of all requests, and those that must be looked at. Used by many threads.
final class Tally {

    private static final int MOST_TOLD = 20;

    private final Map<String, Map<String, Integer>> outcomes = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private int requests;
    private long slowestMillis;

    synchronized void count(WireRequest request, String outcome, long millis) {
        requests++;
        slowestMillis = Math.max(slowestMillis, millis);
        outcomes.computeIfAbsent(request.mutation(), _ -> new TreeMap<>())
                .merge(outcome, 1, Integer::sum);
    }

    synchronized void blame(String sentence) {
        if (wrong.size() < MOST_TOLD) {
            wrong.add(sentence);
        }
    }

    synchronized List<String> wrong() {
        return List.copyOf(wrong);
    }

    synchronized int requests() {
        return requests;
    }

    /// As Markdown.
    synchronized String table() {
        var text = new StringBuilder("| what was done | requests | answers |\n|---|---:|---|\n");
        outcomes.forEach(
                (mutation, counts) ->
                        text.append(
                                "| %s | %d | %s |\n"
                                        .formatted(
                                                mutation,
                                                counts.values().stream()
                                                        .mapToInt(Integer::intValue)
                                                        .sum(),
                                                told(counts))));
        return text.append("| all | %d | slowest %d ms |\n".formatted(requests, slowestMillis))
                .toString();
    }

    private static String told(Map<String, Integer> counts) {
        return String.join(
                ", ",
                counts.entrySet().stream().map(it -> it.getKey() + ": " + it.getValue()).toList());
    }
}
