package dev.atelier.adapters.http.live;

import dev.atelier.adapters.http.exchange.Exchange;
import dev.atelier.application.port.in.JobQueries;
import dev.atelier.application.port.in.JobQueries.PageRequest;
import dev.atelier.application.port.in.WatchJobs;
import dev.atelier.application.port.in.WatchJobs.Update.Moved;
import dev.atelier.application.port.in.WatchJobs.WatchOfAll;
import dev.atelier.domain.job.UserId;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.util.Set;

/// `GET /events`: every move of all of the caller's jobs. First the jobs that have not ended, as
/// they stand; after a reconnect, what was missed instead. An event's id is a bookmark, the first
/// of which comes with the last job that is shown: who is cut off before that begins anew.
public record WatchAllHandler(JobQueries queries, WatchJobs watchJobs, Streams streams)
        implements Handler {

    private static final int MAX_SHOWN = 100;

    @Override
    public void handle(ServerRequest request, ServerResponse response) throws InterruptedException {
        var user = Exchange.of(request).caller().user();
        var known = LastEventId.bookmark(request);
        try (var watch = streams.inTurn(() -> watchJobs.all(user, known))) {
            streams.answer(
                    request,
                    response,
                    stream -> {
                        if (known == null) {
                            show(user, watch, stream);
                        }
                        follow(watch, stream);
                    });
        }
    }

    private void show(UserId user, WatchOfAll watch, EventStream stream)
            throws InterruptedException {
        var unended =
                new PageRequest(
                        user, Set.of("queued", "processing"), null, null, null, 0, MAX_SHOWN);
        var jobs = streams.inTurn(() -> queries.page(unended)).jobs().reversed();
        for (var details : jobs.subList(0, Math.max(0, jobs.size() - 1))) {
            stream.send(null, LiveEvent.snapshot(details));
        }
        var start = LastEventId.of(watch.bookmark());
        if (jobs.isEmpty()) {
            stream.mark(start);
        } else {
            stream.send(start, LiveEvent.snapshot(jobs.getLast()));
        }
    }

    private void follow(WatchOfAll watch, EventStream stream) throws InterruptedException {
        var events = new LiveEvents(queries);
        while (true) {
            var update = streams.next(watch, stream);
            if (update.isEmpty()) {
                stream.ping();
            } else {
                var id = update.get() instanceof Moved ? LastEventId.of(watch.bookmark()) : null;
                stream.send(id, update.get(), events);
            }
        }
    }
}
