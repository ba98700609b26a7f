package dev.atelier.adapters.otel;

import dev.atelier.application.port.out.Tracing;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// [Tracing] by a tracer of OpenTelemetry.
record OtelTracing(Tracer tracer) implements Tracing {

    @Override
    public Span begin(Kind kind, String name, @Nullable String parent, Instant at) {
        return new OtelSpan(
                tracer.spanBuilder(name)
                        .setSpanKind(kind(kind))
                        .setParent(Traceparent.context(parent))
                        .setStartTimestamp(at)
                        .startSpan());
    }

    private static SpanKind kind(Kind kind) {
        return switch (kind) {
            case SERVER -> SpanKind.SERVER;
            case CLIENT -> SpanKind.CLIENT;
            case CONSUMER -> SpanKind.CONSUMER;
            case INTERNAL -> SpanKind.INTERNAL;
        };
    }
}
