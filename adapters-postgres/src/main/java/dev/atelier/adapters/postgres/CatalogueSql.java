package dev.atelier.adapters.postgres;

/// Statements that read jobs together with what is known about them.
final class CatalogueSql {

    /// Jobs before this one are counted up to a bound, in the two stretches of the line that they
    /// can stand in.
    static final String SEEN =
            "select "
                    + JobSql.COLUMNS
                    + """
                    , p.percent, p.message,
                    (
                        select CAST(json_agg(
                            json_build_object('type', e.type, 'at', e.at, 'data', e.data)
                            order by e.version) AS text)
                        from ai_job_events e
                        where (e.user_id || '') = j.user_id and e.job_id = j.id
                    ) as events,
                    case when j.status = 'queued' and j.fair_turn is not null then
                        (select count(*) from (
                            select from ai_jobs b
                            where b.status = 'queued' and b.fair_turn >= 0
                                and b.priority > j.priority
                            limit :max_position) higher)
                        + (select count(*) from (
                            select from ai_jobs b
                            where b.status = 'queued' and b.fair_turn >= 0
                                and b.priority = j.priority
                                and (b.fair_turn, b.id) < (j.fair_turn, j.id)
                            limit :max_position) earlier)
                        end as position,
                    now() as now
                    from ai_jobs j
                    left join ai_job_progress p
                        on p.user_id = j.user_id and p.job_id = j.id and p.version = j.version
                    """;

    static final String DETAILS = SEEN + " where j.user_id = :user_id and j.id = :id";

    static final String DETAILS_OF_ALL =
            SEEN
                    + """
                    where j.user_id = :user_id and j.id = any(CAST(:ids AS uuid[]))
                    order by j.id desc
                    """;

    static final String HISTORY =
            """
            select version, type, at, CAST(data AS text) as data
            from ai_job_events
            where (user_id || '') = :user_id and job_id = :id
            order by version desc
            limit :limit
            """;

    static final String RUNNING_OF_USER =
            """
            select count(*) as jobs from ai_jobs where status = 'processing' and user_id = :user_id
            """;

    private CatalogueSql() {}
}
