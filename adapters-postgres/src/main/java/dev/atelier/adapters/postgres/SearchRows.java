package dev.atelier.adapters.postgres;

import dev.atelier.application.port.in.Supervision.Search;
import dev.atelier.application.port.out.JobLog.Trace;
import dev.atelier.domain.job.JobId;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/// The keys of a page of jobs, newest first, and where the next page starts. A page looks at
/// [#LOOK] jobs at most, of one owner at [#LOOK_AT_ONE], so that a filter that nothing meets costs
/// no more than others, however many jobs there are.
record SearchRows(List<Trace> shown, @Nullable JobId next) {

    static final String[] ALL_STATUSES = {
        "queued", "processing", "completed", "failed", "cancelled"
    };
    static final int LOOK_AT_ONE = 10_000;
    private static final int LOOK = 5000;

    /// @param offset jobs to skip
    static SearchRows read(Sql sql, Search search, int offset) {
        var owner = search.owner();
        var query =
                owner == null
                        ? sql.createQuery(OverviewSql.KEYS)
                        : sql.createQuery(OverviewSql.KEYS_OF_ONE)
                                .addParam("user_id", owner.value());
        var after = search.after();
        var rows =
                query.addParam("statuses", statuses(search.statuses()))
                        .addParam("job_type", search.jobType())
                        .addParam("tag", search.tag())
                        .addParam("after", after == null ? null : after.toString())
                        .addParam("look", look(search, offset))
                        .addParam("offset", offset)
                        .addParam("limit", search.limit() + 1)
                        .execute()
                        .map(Cells::new)
                        .toList();
        var edge = rows.getFirst().uuidOrNull("edge");
        var found =
                rows.stream()
                        .filter(row -> row.uuidOrNull("id") != null)
                        .map(TraceRow::read)
                        .toList();
        if (found.size() > search.limit()) {
            var shown = found.subList(0, search.limit());
            return new SearchRows(shown, shown.getLast().job());
        }
        return new SearchRows(found, edge == null ? null : new JobId(edge));
    }

    private static String[] statuses(Set<String> asked) {
        return asked.isEmpty() ? ALL_STATUSES : asked.toArray(String[]::new);
    }

    /// Where every job that is seen is shown, no more are looked at than that.
    private static int look(Search search, int offset) {
        var shownAsSeen =
                search.jobType() == null
                        && search.tag() == null
                        && (search.owner() == null || search.statuses().isEmpty());
        if (shownAsSeen) {
            return offset + search.limit() + 1;
        }
        return search.owner() == null ? LOOK : LOOK_AT_ONE;
    }
}
