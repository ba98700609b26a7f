package dev.atelier.adapters.http.jobs;

import dev.atelier.adapters.http.exchange.Parameters;
import dev.atelier.application.port.in.JobQueries.PageRequest;
import dev.atelier.domain.job.JobRequest.CreateCanvas;
import dev.atelier.domain.job.JobRequest.ModifyCanvas;
import dev.atelier.domain.job.Tags;
import dev.atelier.domain.job.UserId;

import java.util.Set;

/// What `GET /jobs` can be asked for.
final class PageQuery {

    private static final Set<String> STATUSES =
            Set.of("queued", "processing", "completed", "failed", "cancelled");
    private static final Set<String> TYPES = Set.of(CreateCanvas.TYPE, ModifyCanvas.TYPE);
    private static final int USUAL_LIMIT = 50;

    private PageQuery() {}

    static PageRequest read(Parameters query, UserId owner) {
        var limit = query.one("limit", text -> Parameters.between(1, 100, text));
        var offset = query.one("offset", text -> Parameters.between(0, 10_000, text));
        var cursor = query.one("cursor", Cursor::parse);
        var type = query.one("job_type", text -> Parameters.oneOf(TYPES, text));
        var tag = query.one("tag", PageQuery::tag);
        var statuses = query.all("status", text -> Parameters.oneOf(STATUSES, text));
        if (cursor.isPresent() && offset.orElse(0) > 0) {
            query.findings().add("offset", "cannot be used with a cursor");
        }
        query.done();
        return new PageRequest(
                owner,
                Set.copyOf(statuses),
                type.orElse(null),
                tag.orElse(null),
                cursor.orElse(null),
                offset.orElse(0),
                limit.orElse(USUAL_LIMIT));
    }

    private static String tag(String tag) {
        Tags.requireValid(tag);
        return tag;
    }
}
