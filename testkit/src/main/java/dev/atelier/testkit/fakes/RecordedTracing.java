package dev.atelier.testkit.fakes;

import dev.atelier.application.port.out.Tracing;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// [Tracing] that remembers the spans that ended. A span without a parent begins trace 1.
public final class RecordedTracing implements Tracing {

    private static final String TRACE = "0000000000000000000000000000000";

    private final AtomicInteger count = new AtomicInteger();
    private final List<Ended> ended = new CopyOnWriteArrayList<>();

    /// @param failure null unless it failed
    public record Ended(
            Kind kind,
            String name,
            @Nullable String parent,
            String traceparent,
            Map<String, Object> attributes,
            @Nullable String failure,
            Instant start,
            Instant end) {}

    public List<Ended> ended() {
        return ended;
    }

    /// The only one of that name.
    public Ended named(String name) {
        var found = ended.stream().filter(span -> span.name().equals(name)).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " spans are named " + name + ": " + ended);
        }
        return found.getFirst();
    }

    @Override
    public Span begin(Kind kind, String name, @Nullable String parent, Instant at) {
        var trace = parent == null ? TRACE + "1" : parent.substring(3, 35);
        var traceparent = "00-%s-%016x-01".formatted(trace, count.incrementAndGet());
        return new Recorded(kind, name, parent, traceparent, at);
    }

    private final class Recorded implements Span {

        private final Kind kind;
        private final String name;
        private final @Nullable String parent;
        private final String traceparent;
        private final Instant start;
        private final Map<String, Object> attributes = new ConcurrentHashMap<>();
        private volatile @Nullable String failure;

        Recorded(
                Kind kind,
                String name,
                @Nullable String parent,
                String traceparent,
                Instant start) {
            this.kind = kind;
            this.name = name;
            this.parent = parent;
            this.traceparent = traceparent;
            this.start = start;
        }

        @Override
        public String traceparent() {
            return traceparent;
        }

        @Override
        public Span with(String attribute, @Nullable String value) {
            if (value != null) {
                attributes.put(attribute, value);
            }
            return this;
        }

        @Override
        public Span with(String attribute, long value) {
            attributes.put(attribute, value);
            return this;
        }

        @Override
        public Span failed(String type, String message) {
            failure = type + ": " + message;
            return this;
        }

        @Override
        public void end(Instant at) {
            ended.add(
                    new Ended(
                            kind,
                            name,
                            parent,
                            traceparent,
                            Map.copyOf(attributes),
                            failure,
                            start,
                            at));
        }
    }
}
