package dev.atelier.adapters.postgres.growth;

import dev.atelier.domain.job.JobId;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Multiplies jobs that the adapter itself has stored, so that every row is one that it writes. Row
/// `n` of `total` belongs to one of many users (a hundred at least, so that as many share a batch
/// in a small database as in a large one) or, each tenth, to `busy`. All is done in one
/// transaction: ids and times follow from its own.
final class GrownRows {

    private static final String ID =
            """
            cast(lpad(to_hex(cast(extract(epoch from r.at) * 1000 as bigint)), 12, '0')
                || '7' || substr(md5(cast(r.n as text)), 1, 3)
                || '8' || substr(md5(cast(r.n as text)), 4, 15) as uuid)
            """;

    private final Connection connection;

    GrownRows(Connection connection) {
        this.connection = connection;
    }

    /// Ended jobs and their events, spread over so long.
    void ended(JobId template, long total, String overTime, String share) throws SQLException {
        var where = " where t.id = ? and " + share;
        copy(
                "ai_jobs",
                Map.of(
                        "user_id", "r.owner",
                        "id", ID,
                        "created_at", "r.at - interval '30 seconds'",
                        "started_at", "r.at - interval '20 seconds'",
                        "completed_at", "r.at",
                        "tags", "case when r.n % 1000 = 7 then array['rare'] else t.tags end"),
                total,
                overTime,
                where,
                template);
        copy(
                "ai_job_events",
                Map.of("user_id", "r.owner", "job_id", ID, "at", "r.at", "logged_at", "r.at"),
                total,
                overTime,
                where.replace("t.id", "t.job_id"),
                template);
    }

    /// Jobs in the line, each user's with turns of their own.
    void queued(JobId template, long total) throws SQLException {
        copy(
                "ai_jobs",
                Map.of(
                        "user_id", "r.owner",
                        "id", ID,
                        "created_at", "r.at",
                        "next_processing_at", "r.at",
                        "fair_turn", "r.n / greatest(100, r.total / 1000) + 1"),
                total,
                "1 hour",
                " where t.id = ?",
                template);
    }

    private void copy(
            String table,
            Map<String, String> changed,
            long total,
            String overTime,
            String where,
            JobId template)
            throws SQLException {
        var columns = columns(table);
        var values =
                columns.stream()
                        .map(column -> changed.getOrDefault(column, "t." + column))
                        .collect(Collectors.joining(", "));
        var sql =
                "insert into "
                        + table
                        + " ("
                        + String.join(", ", columns)
                        + ") select "
                        + values
                        + " from "
                        + table
                        + " t cross join "
                        + rows(overTime)
                        + where
                        + " order by r.n";
        try (var statement = connection.prepareStatement(sql)) {
            for (int parameter = 1; parameter <= 5; parameter++) {
                statement.setLong(parameter, total);
            }
            statement.setObject(6, template.value());
            statement.executeUpdate();
        }
    }

    /// From the oldest to one of a minute ago.
    private static String rows(String overTime) {
        return """
        (select n, cast(? as bigint) as total,
            case when n %% 10 = 0 then 'busy'
                else 'user-' || (n %% greatest(100, cast(? as bigint) / 1000)) end as owner,
            now() - interval '1 minute'
                - (cast(? as bigint) - n) * (interval '%s' / cast(? as bigint)) as at
        from generate_series(1, cast(? as bigint)) as n) r
        """
                .formatted(overTime);
    }

    private List<String> columns(String table) throws SQLException {
        var names = new ArrayList<String>();
        try (var columns = connection.getMetaData().getColumns(null, "public", table, null)) {
            while (columns.next()) {
                names.add(columns.getString("COLUMN_NAME"));
            }
        }
        return names;
    }
}
