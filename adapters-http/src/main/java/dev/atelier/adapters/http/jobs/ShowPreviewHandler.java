package dev.atelier.adapters.http.jobs;

import dev.atelier.adapters.http.errors.JobNotRunning;
import dev.atelier.adapters.http.exchange.Answer;
import dev.atelier.adapters.http.exchange.Exchange;
import dev.atelier.adapters.http.json.Json;
import dev.atelier.application.port.in.JobQueries;
import dev.atelier.application.port.in.JobQueries.Result;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.job.JobState.Running;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// `GET /job/{id}/preview`: what a running job has drawn so far; 409 if it is not running.
public record ShowPreviewHandler(JobQueries queries) implements Handler {

    private static final Header NO_STORE =
            HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        var caller = Exchange.of(request).caller();

        var preview = queries.preview(JobPath.id(request), caller.user());
        var body = Json.bytes(PreviewView.of(preview));

        response.header(NO_STORE);
        Answer.unlessKnown(request, response, Answer.JSON, body);
    }

    record PreviewView(boolean success, Drawing canvas) {

        static PreviewView of(Result preview) {
            if (!(preview.job().state() instanceof Running)) {
                throw new JobNotRunning(preview.job());
            }
            return new PreviewView(
                    true, preview.design().map(Drawing::of).orElse(Drawing.NOTHING_YET));
        }
    }

    record Drawing(@Nullable String title, List<CanvasView.Shape> objects) {

        private static final Drawing NOTHING_YET = new Drawing(null, List.of());

        static Drawing of(CanvasDesign design) {
            return new Drawing(design.title(), CanvasView.Shape.of(design));
        }
    }
}
