package dev.atelier.application.work;

import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.out.CanvasGenerator;
import dev.atelier.application.port.out.Tracing;
import dev.atelier.application.port.out.Tracing.Kind;
import dev.atelier.application.port.out.Tracing.Span;
import dev.atelier.application.work.AttemptOutcome.Failed;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.GeneratedBy;
import dev.atelier.domain.job.JobEvent;
import dev.atelier.domain.job.JobState.Running;
import dev.atelier.domain.job.ProviderCall;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is told of one attempt: that its job waited, that it ran, and whom it asked. Names and
/// attributes of calls are those of the GenAI conventions of OpenTelemetry; what was asked and
/// answered is not told.
final class AttemptTrace {

    private final Tracing tracing;
    private final InstantSource clock;
    private final Span span;
    private final Instant startedAt;
    private final List<Instant> calls = new ArrayList<>();

    private AttemptTrace(Tracing tracing, InstantSource clock, Span span, Instant startedAt) {
        this.tracing = tracing;
        this.clock = clock;
        this.span = span;
        this.startedAt = startedAt;
    }

    /// @param job just claimed
    static AttemptTrace begin(Tracing tracing, InstantSource clock, AIJob job) {
        var trace = job.terms().traceparent();
        var start = job.state() instanceof Running(_, var startedAt) ? startedAt : clock.instant();
        FirstWait.of(job)
                .ifPresent(
                        due ->
                                tracing.begin(Kind.INTERNAL, "queue wait", trace, due)
                                        .with("aijobs.job.id", job.id().toString())
                                        .end(start));
        var span =
                tracing.begin(Kind.CONSUMER, "attempt", trace, start)
                        .with("aijobs.job.id", job.id().toString())
                        .with("aijobs.job.type", job.request().type())
                        .with("aijobs.attempt", job.retries().used() + 1L);
        return new AttemptTrace(tracing, clock, span, start);
    }

    /// Hears when somebody is asked, and passes all on.
    CanvasGenerator.Listener before(CanvasGenerator.Listener next) {
        return new CanvasGenerator.Listener() {
            @Override
            public void progress(Progress progress) {
                next.progress(progress);
            }

            @Override
            public void partial(CanvasDesign soFar) {
                next.partial(soFar);
            }

            @Override
            public void asked(GeneratedBy soFar) {
                begun(soFar.calls().size());
                next.asked(soFar);
            }
        };
    }

    private synchronized void begun(int many) {
        while (calls.size() < many) {
            calls.add(clock.instant());
        }
    }

    /// @param event what happened to the job; nothing, if it is in other hands
    synchronized void ended(AttemptOutcome outcome, Optional<JobEvent> event) {
        var by = outcome.by();
        if (by != null) {
            for (int n = 0; n < by.calls().size(); n++) {
                tell(by.calls().get(n), n < calls.size() ? calls.get(n) : startedAt);
            }
        }
        if (outcome instanceof Failed(var failure, _)) {
            span.failed(failure.kind().name().toLowerCase(Locale.ROOT), failure.message());
        }
        span.with("aijobs.attempt.outcome", event.map(JobEvent::word).orElse(WorkMeter.LOST))
                .end(event.map(JobEvent::at).orElseGet(clock::instant));
    }

    private void tell(ProviderCall call, Instant begun) {
        var name = call.model() == null ? "chat" : "chat " + call.model();
        var chat =
                tracing.begin(Kind.CLIENT, name, span.traceparent(), begun)
                        .with("gen_ai.operation.name", "chat")
                        .with("gen_ai.provider.name", wellKnown(call.provider()))
                        .with("gen_ai.request.model", call.model());
        var usage = call.usage();
        if (usage != null) {
            chat.with("gen_ai.response.model", call.model())
                    .with("gen_ai.usage.input_tokens", usage.inputTokens())
                    .with("gen_ai.usage.output_tokens", usage.outputTokens());
        }
        if (call.error() != null) {
            chat.failed("_OTHER", call.error());
        }
        var took = call.duration();
        chat.end(took == null ? clock.instant() : begun.plus(took));
    }

    private static String wellKnown(String provider) {
        return provider.equals("gemini") ? "gcp.gemini" : provider;
    }
}
