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
                            arrival integer
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
                        select user_id, id, 1, 'queued', created_at,
                            case when next_processing_at > created_at
                                then jsonb_build_object('due', next_processing_at) else '{}' end
                        from added
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

    /// Stores one job that runs at once, with this `worker`, if nobody waits whom the next claim
    /// would take, and if its user has fewer than `jobs_per_user`, where that is set. Otherwise
    /// nothing is stored, as with a key that was used.
    ///
    /// Returns when the job `started_at`, if it did
    static final String START =
            BATCH
                    + """
                    next as materialized (
                        select b.*, (
                            select coalesce(max(t.turn), 0) + 1
                            from ai_job_turns t
                            where t.priority = b.priority) as turn
                        from batch b
                        where b.in_line and (b.start_by is null or b.start_by > now())
                            and not exists (
                                select from ai_jobs x
                                where x.status = 'queued' and x.fair_turn >= 0)
                            and (CAST(:jobs_per_user AS integer) is null
                                or CAST(:jobs_per_user AS integer) > (
                                    select count(*) from ai_jobs x
                                    where x.status = 'processing' and x.user_id = b.user_id))
                    ),
                    """
                    + KEYED.formatted("next")
                    + "added as ("
                    + TARGET
                    + ", worker_id, started_at) select "
                    + TERMS
                    + """
                            , r.turn, 'processing', null, 2, CAST(:worker AS uuid),
                            greatest(now(), r.due)
                        from next r
                        where r.idempotency_key is null or exists (select from keyed)
                        returning user_id, id, created_at, not_before, started_at, worker_id,
                            priority, fair_turn
                    ),
                    logged as (
                        insert into ai_job_events (user_id, job_id, version, type, at, data)
                        select user_id, id, 1, 'queued', created_at, '{}' from added
                        union all
                        select user_id, id, 2, 'started', started_at,
                            jsonb_build_object('worker', worker_id)
                        from added
                    ),
                    moves as (
                        select user_id, started_at as at, CAST(null AS text) as was,
                            'processing' as becomes,
                            CAST(extract(epoch
                                from started_at - greatest(created_at, not_before)) * 1000000
                                AS bigint) as wait_micros
                        from added
                    ),
                    served as (
                        select priority, fair_turn from added
                    ),
                    """
                    + LineSql.SERVED
                    + MovesSql.STEPS_NOTED
                    + """
                    select started_at from added
                    """;

    private SubmissionSql() {}
}
