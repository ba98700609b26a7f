package dev.atelier.adapters.http.observe;

import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;

/// How many requests there were and how long they took, by method, route and status: all words of
/// ours, so the number of series is bounded. And how many streams are open, each of which counts as
/// a request when it ends.
public final class RequestMetrics {

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final Map<Series, Total> totals = new ConcurrentHashMap<>();
    private final IntSupplier openStreams;

    public RequestMetrics(IntSupplier openStreams) {
        this.openStreams = openStreams;
    }

    void count(String method, String route, int status, Duration took) {
        var series = new Series(METHODS.contains(method) ? method : "OTHER", route, status);
        var total = totals.computeIfAbsent(series, _ -> new Total());
        total.requests.increment();
        total.nanos.add(took.toNanos());
    }

    public void writeTo(PrometheusText text) {
        text.gauge(
                "aijobs_stream_clients",
                "Streams of events that are open on this node.",
                openStreams.getAsInt());
        text.family("aijobs_http_request_seconds", "summary", "Requests answered, and their time.");
        totals.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Series.ORDER))
                .forEach(entry -> write(text, entry.getKey(), entry.getValue()));
    }

    private static void write(PrometheusText text, Series series, Total total) {
        var labels =
                "method=\"%s\",route=\"%s\",status=\"%d\""
                        .formatted(series.method(), series.route(), series.status());
        text.sample("aijobs_http_request_seconds_count", labels, (double) total.requests.sum());
        text.sample("aijobs_http_request_seconds_sum", labels, (double) total.nanos.sum() / 1e9);
    }

    private record Series(String method, String route, int status) {

        private static final Comparator<Series> ORDER =
                Comparator.comparing(Series::route)
                        .thenComparing(Series::method)
                        .thenComparingInt(Series::status);
    }

    private static final class Total {
        private final LongAdder requests = new LongAdder();
        private final LongAdder nanos = new LongAdder();
    }
}
