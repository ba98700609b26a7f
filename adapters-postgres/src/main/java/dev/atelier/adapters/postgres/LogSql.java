package dev.atelier.adapters.postgres;

/// Statements that read `ai_job_events` for those who watch.
final class LogSql {

    /// A job with all that happened to it, from which every state that it was in follows. Here and
    /// wherever a job's events are asked for, the owner is compared in words that keep the planner
    /// from walking all of the owner's events.
    private static final String WITH_EVENTS =
            "select "
                    + JobSql.COLUMNS
                    + """
                    , (
                        select CAST(json_agg(
                            json_build_object('version', e.version, 'type', e.type, 'at', e.at,
                                'logged_at', e.logged_at, 'data', e.data)
                            order by e.version) AS text)
                        from ai_job_events e
                        where (e.user_id || '') = j.user_id and e.job_id = j.id
                    ) as events
                    """;

    static final String MOVES =
            WITH_EVENTS
                    + """
                    from unnest(CAST(:user_id AS text[]), CAST(:id AS uuid[])) as t (user_id, id)
                    join ai_jobs j on j.user_id = t.user_id and j.id = t.id
                    """;

    static final String MOVES_AFTER =
            """
            with page as (
                select job_id
                from ai_job_events
                where user_id = :user_id and logged_at > :since
                order by logged_at, job_id, version
                limit :limit
            )
            """
                    + WITH_EVENTS
                    + """
                    from ai_jobs j
                    where j.user_id = :user_id and j.id in (select job_id from page)
                    """;

    static final String WRITTEN_AFTER =
            """
            select o.user_id, e.job_id as id, max(e.version) as version
            from unnest(CAST(:user_id AS text[])) as o (user_id)
            cross join lateral (
                select job_id, version
                from ai_job_events
                where user_id = o.user_id and logged_at > :since
            ) e
            group by o.user_id, e.job_id
            """;

    static final String UNENDED =
            """
            (select user_id, id, version from ai_jobs
             where user_id = :user_id and status = 'processing' limit :limit)
            union all
            (select user_id, id, version from ai_jobs
             where user_id = :user_id and status = 'queued' and coalesce(fair_turn, -1) >= 0
             order by priority desc, fair_turn limit :limit)
            limit :limit
            """;

    private LogSql() {}
}
