package dev.atelier.bootstrap.bench;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Jobs that ended a day ago: copies of those that the product has run, with all that it wrote.
final class Past {

    private static final String ID =
            """
            cast(lpad(to_hex(('x' || substr(replace(cast(%1$s as text), '-', ''), 1, 12))::bit(48)::bigint
                    - 86400000), 12, '0')
                || '7' || substr(md5(%1$s || ' ' || n), 1, 3)
                || '8' || substr(md5(%1$s || ' ' || n), 4, 15) as uuid)
            """;

    private Past() {}

    /// @param jobs a multiple of those that ended already
    static void add(Database database, int jobs) {
        var times =
                jobs / database.number("select count(*) from ai_jobs where status = 'completed'");
        var id = ID.formatted("t.id");
        var jobId = ID.formatted("t.job_id");
        copy(
                database,
                "ai_jobs",
                "'id', "
                        + id
                        + ", 'canvas_id', "
                        + id
                        + ", "
                        + aDayBefore("created_at", "started_at", "completed_at"),
                times);
        copy(
                database,
                "ai_job_events",
                "'job_id', " + jobId + ", " + aDayBefore("at", "logged_at"),
                times);
        copy(
                database,
                "canvases",
                "'id', " + jobId + ", 'job_id', " + jobId + ", " + aDayBefore("created_at"),
                times);
        database.execute("vacuum analyze");
        database.execute("checkpoint");
    }

    private static String aDayBefore(String... columns) {
        return Arrays.stream(columns)
                .map(column -> "'%1$s', t.%1$s - interval '1 day'".formatted(column))
                .collect(Collectors.joining(", "));
    }

    private static void copy(Database database, String table, String changed, long times) {
        database.execute(
                """
                insert into %1$s
                select r.*
                from %1$s t
                cross join generate_series(1, %2$d) as n
                cross join lateral jsonb_populate_record(t, jsonb_build_object(%3$s)) as r
                """
                        .formatted(table, times, changed));
    }
}
