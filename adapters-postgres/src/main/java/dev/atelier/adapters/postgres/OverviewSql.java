package dev.atelier.adapters.postgres;

/// Statements across all owners, for administrators alone. They walk `ai_jobs_by_status`, state by
/// state (`status || ''` is what that is ordered by), or one owner's jobs.
final class OverviewSql {

    static final String OWNER =
            """
            select user_id from ai_jobs where (status || '') = any(CAST(:statuses AS text[])) and id = :id
            """;

    /// The jobs that a page looks at, of one state after the other. Without a place to go on from,
    /// there is one behind all: with a test for null the plan would not start at that place.
    private static final String LOOK =
            """
            with seen as materialized (
                select j.user_id, j.id, s.status, j.job_type, j.tags
                from unnest(CAST(:statuses AS text[])) as s (status)
                cross join lateral (
                    select user_id, id, job_type, tags
                    from ai_jobs
                    where (status || '') = s.status
                        and id < coalesce(CAST(:after AS uuid),
                            CAST('ffffffff-ffff-ffff-ffff-ffffffffffff' AS uuid))
                    order by id desc
                    limit :look
                ) j
                order by j.id desc
                limit :look
            ),
            """;

    private static final String LOOK_AT_ONE =
            """
            with seen as materialized (
                select user_id, id, status, job_type, tags
                from ai_jobs
                where user_id = :user_id
                    and id < coalesce(CAST(:after AS uuid),
                        CAST('ffffffff-ffff-ffff-ffff-ffffffffffff' AS uuid))
                order by id desc
                limit :look
            ),
            """;

    /// Returns the keys of those that match, newest first, and on each row, of which there is one
    /// at least, the last job that was looked at, if there may be more behind it
    private static final String MATCHED =
            """
            matched as (
                select user_id, id
                from seen
                where status = any(CAST(:statuses AS text[]))
                    and (CAST(:job_type AS text) is null or job_type = CAST(:job_type AS text))
                    and (CAST(:tag AS text) is null or CAST(:tag AS text) = any(tags))
                order by id desc
                offset :offset
                limit :limit
            )
            select m.user_id, m.id, e.edge
            from (
                select case when (select count(*) from seen) >= :look
                    then (select id from seen order by id limit 1) end as edge
            ) e
            left join matched m on true
            order by m.id desc
            """;

    static final String KEYS = LOOK + MATCHED;

    static final String KEYS_OF_ONE = LOOK_AT_ONE + MATCHED;

    private static final String MEETS =
            """
            and (CAST(:job_type AS text) is null or job_type = CAST(:job_type AS text))
            and (CAST(:tag AS text) is null or CAST(:tag AS text) = any(tags))
            and (CAST(:created_before AS timestamptz) is null
                or created_at < CAST(:created_before AS timestamptz))
            """;

    static final String SELECT =
            "select "
                    + JobSql.COLUMNS
                    + """
                    from unnest(CAST(:statuses AS text[])) as s (status)
                    cross join lateral (
                        select * from ai_jobs
                        where (status || '') = s.status
                    """
                    + MEETS
                    + """
                        order by id
                        limit :limit
                    ) j
                    order by j.id
                    limit :limit
                    """;

    static final String SELECT_OF_ONE =
            "select "
                    + JobSql.COLUMNS
                    + """
                    from ai_jobs j
                    where user_id = :user_id and status = any(CAST(:statuses AS text[]))
                    """
                    + MEETS
                    + """
                    order by id
                    limit :limit
                    """;

    static final String SELECT_NAMED =
            "select "
                    + JobSql.COLUMNS
                    + """
                    from unnest(CAST(:statuses AS text[])) as s (status)
                    cross join lateral (
                        select * from ai_jobs
                        where (status || '') = s.status and id = any(CAST(:ids AS uuid[]))
                            and (CAST(:user_id AS text) is null
                                or user_id = CAST(:user_id AS text))
                    """
                    + MEETS
                    + """
                    ) j
                    order by j.id
                    limit :limit
                    """;

    /// Attempts of an hour tell of their calls when they end. Those are found by job: the log has
    /// no order by time alone, which would cost every writer.
    static final String LAST_HOUR =
            """
            with jobs as materialized (
                (select j.user_id, j.id
                 from unnest(array['completed', 'failed', 'cancelled']) as s (status)
                 cross join lateral (
                     select user_id, id, completed_at from ai_jobs
                     where (status || '') = s.status
                     order by id desc limit 2000
                 ) j
                 where j.completed_at > now() - interval '1 hour'
                 order by j.id desc limit 2000)
                union all
                (select user_id, id from ai_jobs where status = 'processing' limit 1000)
                union all
                (select user_id, id from ai_jobs
                 where status = 'queued' and coalesce(fair_turn, -2) >= 0
                 order by next_processing_at limit 1000)
                union all
                (select user_id, id from ai_jobs where status = 'queued' and fair_turn is null
                 order by next_processing_at limit 1000)
            ),
            calls as materialized (
                select c.call ->> 'provider' as provider, c.call ->> 'model' as model,
                    c.call ->> 'error' as error, e.at,
                    extract(epoch from CAST(c.call ->> 'duration' AS interval)) as seconds
                from jobs j
                join ai_job_events e on (e.user_id || '') = j.user_id and e.job_id = j.id
                cross join lateral jsonb_array_elements(e.data -> 'calls') as c (call)
                where e.at > now() - interval '1 hour'
            )
            select provider, model, count(*) as calls, count(error) as failures,
                percentile_cont(0.5) within group (order by seconds) as median,
                (array_agg(error order by at desc) filter (where error is not null))[1] as error,
                max(at) filter (where error is not null) as error_at
            from calls
            group by provider, model
            """;

    private OverviewSql() {}
}
