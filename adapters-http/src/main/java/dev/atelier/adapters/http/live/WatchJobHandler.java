package dev.atelier.adapters.http.live;

import dev.atelier.adapters.http.exchange.Answer;
import dev.atelier.adapters.http.exchange.Exchange;
import dev.atelier.adapters.http.jobs.JobPath;
import dev.atelier.application.port.in.JobDetails;
import dev.atelier.application.port.in.JobQueries;
import dev.atelier.application.port.in.WatchJobs;
import dev.atelier.application.port.in.WatchJobs.Update;
import dev.atelier.application.port.in.WatchJobs.Update.Drawn;
import dev.atelier.application.port.in.WatchJobs.Update.Moved;
import dev.atelier.application.port.in.WatchJobs.Watch;
import dev.atelier.domain.job.AIJob;

import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// `GET /job/{id}/events`: the job as it stands, then every move, until the last one. An event's id
/// is the job's version after it.
public record WatchJobHandler(JobQueries queries, WatchJobs watchJobs, Streams streams)
        implements Handler {

    @Override
    public void handle(ServerRequest request, ServerResponse response) throws InterruptedException {
        var user = Exchange.of(request).caller().user();
        var id = JobPath.id(request);
        var details = streams.inTurn(() -> queries.details(id, user));
        var job = details.job();
        var known = LastEventId.version(request).filter(version -> version <= job.version());
        if (job.state().isFinal() && known.orElse(0L) == job.version()) {
            Answer.empty(request, response, Status.NO_CONTENT_204);
            return;
        }
        var from = known.orElseGet(() -> told(job));
        try (var watch = streams.inTurn(() -> watchJobs.job(id, user, from))) {
            streams.answer(
                    request,
                    response,
                    stream -> {
                        if (known.isEmpty()) {
                            show(details, stream);
                        }
                        follow(watch, stream);
                    });
        }
    }

    /// The version that a client knows once it was shown the job: the last move of a job that has
    /// ended is still to come, because with it the stream ends.
    private static long told(AIJob job) {
        return job.state().isFinal() ? job.version() - 1 : job.version();
    }

    private void show(JobDetails details, EventStream stream) throws InterruptedException {
        var job = details.job();
        stream.send(Long.toString(told(job)), LiveEvent.snapshot(details));
        stream.flush();
        streams.inTurn(() -> queries.preview(job.id(), job.owner()))
                .design()
                .map(design -> LiveEvent.canvas(new Drawn(job.id(), job.version(), design)))
                .ifPresent(canvas -> stream.send(null, canvas));
    }

    private void follow(Watch watch, EventStream stream) throws InterruptedException {
        var events = new LiveEvents(queries);
        var update = streams.next(watch, stream);
        while (true) {
            if (update.isEmpty()) {
                stream.ping();
            } else {
                stream.send(id(update.get()), update.get(), events);
            }
            var ended = update.filter(WatchJobHandler::isTheEnd).isPresent();
            update = ended ? watch.next(Duration.ZERO) : streams.next(watch, stream);
            if (ended && update.isEmpty()) {
                return;
            }
        }
    }

    /// Unless the user had it tried again: then more follows at once.
    private static boolean isTheEnd(Update update) {
        return update instanceof Moved(var move) && move.job().state().isFinal();
    }

    private static @Nullable String id(Update update) {
        return update instanceof Moved(var move) ? Long.toString(move.job().version()) : null;
    }
}
