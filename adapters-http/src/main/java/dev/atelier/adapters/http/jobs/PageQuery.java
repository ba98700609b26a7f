package dev.atelier.adapters.http.jobs;

import dev.atelier.adapters.http.exchange.Parameters;
import dev.atelier.application.port.in.JobQueries.PageRequest;
import dev.atelier.domain.job.UserId;

import java.util.Set;

/// What `GET /jobs` can be asked for.
final class PageQuery {

    private static final int USUAL_LIMIT = 50;

    private PageQuery() {}

    static PageRequest read(Parameters query, UserId owner) {
        var limit = query.one("limit", text -> Parameters.between(1, 100, text));
        var offset = query.one("offset", text -> Parameters.between(0, 10_000, text));
        var cursor = query.one("cursor", Cursor::parse);
        var type = query.one("job_type", JobFilter::type);
        var tag = query.one("tag", JobFilter::tag);
        var statuses = query.all("status", JobFilter::status);
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
}
