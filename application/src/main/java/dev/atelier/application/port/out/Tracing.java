package dev.atelier.application.port.out;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// Follows a job through processes and time, as spans of one trace (W3C Trace Context). It never
/// throws and never waits: what it cannot tell is lost.
public interface Tracing {

    /// Follows nothing. Whoever brought a trace finds it again at the other end.
    Tracing OFF = (_, _, parent, _) -> new NoSpan(parent);

    /// @param name one of a few
    /// @param parent `traceparent` of what this is a part of; without one a trace begins
    Span begin(Kind kind, String name, @Nullable String parent, Instant at);

    /// Which side of a conversation a span is.
    enum Kind {
        SERVER,
        CLIENT,
        /// Takes up what was sent some time ago.
        CONSUMER,
        INTERNAL
    }

    /// Something that takes time. Told when it ends.
    interface Span {

        /// By which others join; null if there is nothing to join.
        @Nullable String traceparent();

        /// @param value null is not told
        Span with(String attribute, @Nullable String value);

        Span with(String attribute, long value);

        /// @param type one of a few words
        /// @param message safe to show
        Span failed(String type, String message);

        void end(Instant at);
    }

    /// A span that nobody hears of.
    record NoSpan(@Nullable String traceparent) implements Span {

        @Override
        public Span with(String attribute, @Nullable String value) {
            return this;
        }

        @Override
        public Span with(String attribute, long value) {
            return this;
        }

        @Override
        public Span failed(String type, String message) {
            return this;
        }

        @Override
        public void end(Instant at) {}
    }
}
