package dev.atelier.adapters.http.admin;

import dev.atelier.adapters.http.exchange.Parameters;
import dev.atelier.adapters.http.jobs.Cursor;
import dev.atelier.adapters.http.jobs.JobFilter;
import dev.atelier.application.port.in.Supervision.Search;
import dev.atelier.domain.job.UserId;

import java.util.Set;

/// What `GET /admin/jobs` can be asked for.
final class SearchQuery {

    private static final int USUAL_LIMIT = 50;

    private SearchQuery() {}

    static Search read(Parameters query) {
        var limit = query.one("limit", text -> Parameters.between(1, 100, text));
        var cursor = query.one("cursor", Cursor::parse);
        var type = query.one("job_type", JobFilter::type);
        var owner = query.one("user_id", UserId::new);
        var tag = query.one("tag", JobFilter::tag);
        var statuses = query.all("status", JobFilter::status);
        query.done();
        return new Search(
                Set.copyOf(statuses),
                type.orElse(null),
                owner.orElse(null),
                tag.orElse(null),
                cursor.orElse(null),
                limit.orElse(USUAL_LIMIT));
    }
}
