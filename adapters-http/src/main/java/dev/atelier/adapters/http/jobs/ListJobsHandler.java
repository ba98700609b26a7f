package dev.atelier.adapters.http.jobs;

import dev.atelier.adapters.http.exchange.Answer;
import dev.atelier.adapters.http.exchange.Exchange;
import dev.atelier.adapters.http.exchange.Parameters;
import dev.atelier.application.port.in.JobQueries;
import dev.atelier.application.port.in.JobQueries.Page;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// `GET /jobs`: a page of the caller's jobs.
public record ListJobsHandler(JobQueries queries) implements Handler {

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        var caller = Exchange.of(request).caller();

        var page = queries.page(PageQuery.read(Parameters.of(request), caller.user()));

        Answer.json(request, response, PageView.of(page));
    }

    record PageView(boolean success, List<JobView> jobs, @Nullable String nextCursor) {

        static PageView of(Page page) {
            var next = page.next();
            return new PageView(
                    true,
                    page.jobs().stream().map(JobView::of).toList(),
                    next == null ? null : Cursor.of(next));
        }
    }
}
