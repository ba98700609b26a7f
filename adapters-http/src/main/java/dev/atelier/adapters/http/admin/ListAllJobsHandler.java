package dev.atelier.adapters.http.admin;

import dev.atelier.adapters.http.exchange.Answer;
import dev.atelier.adapters.http.exchange.Parameters;
import dev.atelier.adapters.http.jobs.Cursor;
import dev.atelier.adapters.http.jobs.JobView;
import dev.atelier.application.port.in.Supervision;
import dev.atelier.application.port.in.Supervision.Page;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// `GET /admin/jobs`: a page of everybody's jobs.
public record ListAllJobsHandler(Supervision supervision) implements Handler {

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        var page = supervision.jobs(SearchQuery.read(Parameters.of(request)));

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
