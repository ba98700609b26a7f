package dev.atelier.application.announce;

import dev.atelier.application.port.out.Tracing;
import dev.atelier.application.port.out.Tracing.Kind;
import dev.atelier.application.port.out.Tracing.Span;
import dev.atelier.application.port.out.WebhookSender;
import dev.atelier.domain.job.Announcement;

import java.time.InstantSource;

/// Sends each message within a span of its job's trace, and lets the receiver join it. The receiver
/// is named, not its URL: a path may hold a secret of its owner's.
record TracedSender(WebhookSender sender, Tracing tracing, InstantSource clock)
        implements WebhookSender {

    @Override
    public Answer send(Announcement message) throws InterruptedException {
        var span =
                tracing.begin(Kind.CLIENT, "webhook", message.traceparent(), clock.instant())
                        .with("aijobs.job.id", message.id().job().toString())
                        .with("aijobs.webhook.id", message.id().toString())
                        .with("server.address", message.to().receiver());
        try {
            var answer = sender.send(message.within(span.traceparent()));
            tell(span, answer);
            return answer;
        } finally {
            span.end(clock.instant());
        }
    }

    private static void tell(Span span, Answer answer) {
        switch (answer) {
            case Answer.Status(var code, _) -> {
                span.with("http.response.status_code", code);
                if (code / 100 != 2) {
                    span.failed(Integer.toString(code), "the receiver answered " + code);
                }
            }
            case Answer.None(var error) -> span.failed("no_answer", error);
        }
    }
}
