package dev.atelier.adapters.otel;

import dev.atelier.application.port.out.Tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// A span of OpenTelemetry, as the application sees it.
record OtelSpan(Span span) implements Tracing.Span {

    @Override
    public String traceparent() {
        return Traceparent.of(span.getSpanContext());
    }

    @Override
    public Tracing.Span with(String attribute, @Nullable String value) {
        if (value != null) {
            span.setAttribute(attribute, value);
        }
        return this;
    }

    @Override
    public Tracing.Span with(String attribute, long value) {
        span.setAttribute(attribute, value);
        return this;
    }

    @Override
    public Tracing.Span failed(String type, String message) {
        span.setStatus(StatusCode.ERROR, message);
        span.setAttribute("error.type", type);
        return this;
    }

    @Override
    public void end(Instant at) {
        span.end(at);
    }
}
