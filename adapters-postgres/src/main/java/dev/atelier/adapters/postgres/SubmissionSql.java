package dev.atelier.adapters.postgres;

/// How new jobs are stored, with what they bring along. Of those with a key, only the first within
/// 24 hours is.
final class SubmissionSql {

    private static final String BATCH =
            "with batch as ("
                    + Columns.rows(
                            """
                            user_id text, id uuid, job_type text, canvas_id text, priority smallint,
                            request_data jsonb, max_retries integer, created_at timestamptz,
                            due timestamptz, in_line boolean, not_before timestamptz,
                            start_by timestamptz, timeout_millis bigint, tags jsonb,
                            traceparent text, idempotency_key text, webhook_url text,
                            arrival integer, worker uuid
                            """)
                    + "),";

    /// Takes the keys of the rows of `%s`, but for those that were used.
    private static final String KEYED =
            """
            keyed as (
                insert into idempotency_keys as k (user_id, key, job_id, created_at)
                select user_id, idempotency_key, id, now()
                from %s
                where idempotency_key is not null
                order by user_id, idempotency_key
                on conflict (user_id, key) do update
                    set job_id = excluded.job_id, created_at = excluded.created_at
                    where k.created_at <= now() - interval '24 hours'
                returning k.user_id, k.key
            ),
            """;

    private static final String TARGET =
            """
            insert into ai_jobs (
                user_id, id, job_type, canvas_id, priority, request_data, retry_count,
                max_retries, created_at, not_before, start_by, timeout_millis, tags, traceparent,
                idempotency_key, webhook_url, fair_turn, status, next_processing_at, version
            """;

    private static final String TERMS =
            """
            r.user_id, r.id, r.job_type, r.canvas_id, r.priority, r.request_data, 0,
            r.max_retries, r.created_at, r.not_before, r.start_by, r.timeout_millis,
            case when r.tags is null then '{}'
                else array(select jsonb_array_elements_text(r.tags)) end,
            r.traceparent, r.idempotency_key, r.webhook_url
            """;

    private static final String QUEUED =
            """
            select user_id, id, CAST(1 AS bigint), 'queued', created_at,
                case when next_processing_at > created_at
                    then jsonb_build_object('due', next_processing_at) else '{}' end
            from added
            """;

    /// Returns the `id` of each job that was stored
    static final String ADD =
            BATCH
                    + KEYED.formatted("batch")
                    + """
                    joining as materialized (
                        select * from batch
                        where idempotency_key is null
                           or (user_id, idempotency_key) in (select user_id, key from keyed)
                    ),
                    """
                    + LineSql.HEADS
                    + "added as ("
                    + TARGET
                    + ") select "
                    + TERMS
                    + ", "
                    + LineSql.TURN
                    + """
                        , 'queued', r.due, 1
                        from joining r
                        left join heads h on h.priority = r.priority and r.in_line
                        returning user_id, id, created_at, next_processing_at
                    ),
                    logged as (
                        insert into ai_job_events (user_id, job_id, version, type, at, data)
                    """
                    + QUEUED
                    + """
                    ),
                    moves as (
                        select user_id, created_at as at, CAST(null AS text) as was,
                            'queued' as becomes, CAST(null AS bigint) as wait_micros
                        from added
                    ),
                    """
                    + MovesSql.STEPS_NOTED
                    + """
                    select id from added
                    """;

    /// Stores one job, without the order among many that [#ADD] works out. Where nobody waits, it
    /// runs at once with its `worker`, if there is one: it is whom the next claim would take. Not
    /// if its user has `jobs_per_user` running already, where that is set.
    ///
    /// Returns the `id` of the job if it was stored, and when it `started_at`, if it did
    static final String ADD_ONE =
            BATCH
                    + """
                    placed as materialized (
                        select b.*, b.worker is not null and b.in_line
                            and (b.start_by is null or b.start_by > now())
                            and not exists (
                                select from ai_jobs x
                                where x.status = 'queued' and x.fair_turn >= 0)
                            and (CAST(:jobs_per_user AS integer) is null
                                or CAST(:jobs_per_user AS integer) > (
                                    select count(*) from ai_jobs x
                                    where x.status = 'processing' and x.user_id = b.user_id))
                            as starts
                        from batch b
                    ),
                    """
                    + KEYED.formatted("placed")
                    + "added as ("
                    + TARGET
                    + ", worker_id, started_at) select "
                    + TERMS
                    + ", "
                    + LineSql.TURN_OF_ONE
                    + """
                            , case when r.starts then 'processing' else 'queued' end,
                            case when not r.starts then r.due end,
                            case when r.starts then 2 else 1 end,
                            case when r.starts then r.worker end,
                            case when r.starts then greatest(now(), r.due) end
                        from placed r
                        where r.idempotency_key is null or exists (select from keyed)
                        returning user_id, id, created_at, not_before, next_processing_at,
                            started_at, worker_id, status, priority, fair_turn
                    ),
                    logged as (
                        insert into ai_job_events (user_id, job_id, version, type, at, data)
                    """
                    + QUEUED
                    + """
                        union all
                        select user_id, id, 2, 'started', started_at,
                            jsonb_build_object('worker', worker_id)
                        from added
                        where started_at is not null
                    ),
                    moves as (
                        select user_id, coalesce(started_at, created_at) as at,
                            CAST(null AS text) as was, status as becomes,
                            CAST(extract(epoch
                                from started_at - greatest(created_at, not_before)) * 1000000
                                AS bigint) as wait_micros
                        from added
                    ),
                    served as (
                        select priority, fair_turn from added where started_at is not null
                    ),
                    """
                    + LineSql.SERVED
                    + MovesSql.STEPS_NOTED
                    + """
                    select id, started_at from added
                    """;

    private SubmissionSql() {}
}
