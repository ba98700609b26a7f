package dev.atelier.adapters.otel;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/// The field of that name of W3C Trace Context, level 1: version, trace, span and flags in
/// hexadecimal. `tracestate` is not kept.
final class Traceparent {

    private static final Pattern FORM =
            Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");

    private Traceparent() {}

    static String of(SpanContext span) {
        return "00-%s-%s-%s"
                .formatted(span.getTraceId(), span.getSpanId(), span.getTraceFlags().asHex());
    }

    /// @return what begins a trace, if `traceparent` is none
    static Context context(@Nullable String traceparent) {
        var match = FORM.matcher(traceparent == null ? "" : traceparent);
        if (!match.matches()) {
            return Context.root();
        }
        var remote =
                SpanContext.createFromRemoteParent(
                        match.group(1),
                        match.group(2),
                        TraceFlags.fromHex(match.group(3), 0),
                        TraceState.getDefault());
        return Context.root().with(Span.wrap(remote));
    }
}
