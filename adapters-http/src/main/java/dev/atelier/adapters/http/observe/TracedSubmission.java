package dev.atelier.adapters.http.observe;

import dev.atelier.application.port.in.SubmitJob;
import dev.atelier.application.port.out.Tracing;
import dev.atelier.application.port.out.Tracing.Kind;
import dev.atelier.domain.job.JobRequest;
import dev.atelier.domain.job.JobRequest.CreateCanvas;
import dev.atelier.domain.job.JobRequest.ModifyCanvas;

import java.time.InstantSource;

/// Submits within a span of the client's trace, or of a new one. The job keeps the span, so that
/// whatever becomes of it is a part of the same trace.
public record TracedSubmission(SubmitJob submitJob, Tracing tracing, InstantSource clock)
        implements SubmitJob {

    @Override
    public Receipt submit(Command command) {
        var terms = command.terms();
        var route = route(command.request());
        var span =
                tracing.begin(Kind.SERVER, "POST " + route, terms.traceparent(), clock.instant())
                        .with("http.request.method", "POST")
                        .with("http.route", route)
                        .with("aijobs.job.type", command.request().type());
        try {
            var receipt =
                    submitJob.submit(
                            new Command(
                                    command.owner(),
                                    command.request(),
                                    terms.tracedBy(span.traceparent()),
                                    command.key()));
            span.with("aijobs.job.id", receipt.job().id().toString())
                    .with("aijobs.replayed", Boolean.toString(receipt.replayed()));
            return receipt;
        } catch (RuntimeException refused) {
            var type = refused.getClass().getSimpleName();
            span.failed(type, type);
            throw refused;
        } finally {
            span.end(clock.instant());
        }
    }

    private static String route(JobRequest request) {
        return switch (request) {
            case CreateCanvas _ -> "/create-canvas";
            case ModifyCanvas _ -> "/modify-canvas";
        };
    }
}
