package dev.atelier.adapters.postgres;

/// Statements on `ai_jobs` that read, or that move jobs as the domain decided.
final class JobSql {

    /// All that makes an [dev.atelier.domain.job.AIJob]; what it drew is left where it is.
    static final String COLUMNS =
            """
            j.user_id, j.id, j.job_type, j.canvas_id, j.status, j.priority,
            CAST(j.request_data AS text) as request_data, j.object_count,
            j.failure_kind, j.error_message, j.retry_after_millis,
            j.retry_count, j.max_retries, j.created_at, j.next_processing_at,
            j.started_at, j.completed_at, j.not_before, j.start_by, j.timeout_millis,
            case when j.tags <> '{}' then CAST(to_json(j.tags) AS text) end as tags,
            j.webhook_url, j.traceparent, j.worker_id, j.version
            """;

    static final String FIND =
            "select "
                    + COLUMNS
                    + """
                    from ai_jobs j
                    where j.user_id = :user_id and j.id = :id
                    """;

    /// What a job drew, from the canvas that it began if that is all of it.
    static final String DESIGN =
            """
            select CAST(coalesce(j.result_data,
                jsonb_build_object('title', c.title, 'objects',
                    coalesce(c.objects_json, CAST(c.objects AS json)))) AS text) as design
            from ai_jobs j
            left join canvases c on j.result_data is null
                and c.user_id = j.user_id and c.id = j.canvas_id and c.version = 1
            where j.user_id = :user_id and j.id = :id and j.status = 'completed'
                and (j.result_data is not null or c.id is not null)
            """;

    static final String FIND_BY_KEY =
            "select "
                    + COLUMNS
                    + """
                    from idempotency_keys k
                    join ai_jobs j on j.user_id = k.user_id and j.id = k.job_id
                    where k.user_id = :user_id and k.key = :key
                        and k.created_at > now() - interval '24 hours'
                    """;

    /// Moves jobs that still stand at the version before, with event, design, canvas and, where
    /// somebody is to be told of an end, the message that tells it. A job whose canvas version is
    /// taken, or is not the next one, stays.
    ///
    /// Returns the `place` in the batch of each job that was found at its version, and whether it
    /// `moved`
    static final String SAVE =
            "with batch as ("
                    + Columns.rows(
                            """
                            user_id text, id uuid, version bigint, becomes text, canvas_id text,
                            result_data jsonb, object_count integer, failure_kind text,
                            error_message text, retry_after_millis bigint, retry_count integer,
                            due timestamptz, in_line boolean, keeps_turn boolean,
                            started_at timestamptz, completed_at timestamptz,
                            not_before timestamptz, start_by timestamptz, worker_id uuid,
                            event text, at timestamptz, data jsonb, canvas_version integer,
                            canvas_title text, canvas_objects json, canvas_diagram json,
                            canvas_kind text, canvas_pinned jsonb, canvas_count integer,
                            bucket smallint, run_micros bigint, input_tokens bigint,
                            output_tokens bigint, cost_usd numeric, priced_calls bigint,
                            unpriced_calls bigint, webhook_url text, webhook_receiver text,
                            job_type text, arrival integer
                            """)
                    + """
                    ),
                    joining as materialized (
                        select b.*, j.status as was, j.priority, j.fair_turn as turn,
                            case when b.event = 'started'
                                then CAST(greatest(0,
                                    extract(epoch from b.at - j.next_processing_at) * 1000000)
                                    AS bigint)
                                end as wait_micros
                        from batch b
                        cross join lateral (
                            select status, priority, fair_turn, next_processing_at
                            from ai_jobs
                            where user_id = b.user_id and id = b.id and version = b.version - 1
                            for update
                        ) j
                    ),
                    drawn as (
                        insert into canvases (
                            user_id, id, version, title, objects_json, diagram_json, kind, pinned,
                            object_count, job_id, created_at)
                        select user_id, canvas_id, canvas_version, canvas_title, canvas_objects,
                            canvas_diagram, canvas_kind, canvas_pinned, canvas_count, id, at
                        from joining b
                        where canvas_version = 1
                           or exists (
                                select from canvases c
                                where c.user_id = b.user_id and c.id = b.canvas_id
                                    and c.version = b.canvas_version - 1
                                for share)
                        order by user_id, canvas_id, canvas_version
                        on conflict do nothing
                        returning user_id, job_id
                    ),
                    """
                    + LineSql.HEADS
                    + """
                    next as materialized (
                        select r.*, case
                            when r.keeps_turn then r.turn
                            else
                    """
                    + LineSql.TURN
                    + """
                            end as next_turn
                        from joining r
                        left join heads h on h.priority = r.priority and r.in_line
                    ),
                    moved as (
                        update ai_jobs j set
                            status = n.becomes, canvas_id = n.canvas_id,
                            fair_turn = n.next_turn,
                            result_data = n.result_data, object_count = n.object_count,
                            failure_kind = n.failure_kind, error_message = n.error_message,
                            retry_after_millis = n.retry_after_millis,
                            retry_count = n.retry_count, next_processing_at = n.due,
                            started_at = n.started_at, completed_at = n.completed_at,
                            not_before = n.not_before, start_by = n.start_by,
                            worker_id = n.worker_id, version = n.version
                        from next n
                        where j.user_id = n.user_id and j.id = n.id
                            and (n.canvas_version is null
                                or (n.user_id, n.id) in (select user_id, job_id from drawn))
                        returning n.user_id, n.id, n.version, n.event, n.at, n.data, n.was,
                            n.becomes, n.bucket, n.run_micros, n.wait_micros, n.input_tokens,
                            n.output_tokens, n.cost_usd, n.priced_calls, n.unpriced_calls,
                            n.arrival, n.priority, n.turn, n.canvas_id, n.error_message,
                            n.webhook_url, n.webhook_receiver, n.job_type
                    ),
                    logged as (
                        insert into ai_job_events (user_id, job_id, version, type, at, data)
                        select user_id, id, version, event, at, data from moved
                    ),
                    announced as (
                        insert into webhook_deliveries (
                            user_id, job_id, version, url, receiver, job_type, job_status,
                            canvas_id, error_message, ended_at, next_attempt_at)
                        select user_id, id, version, webhook_url, webhook_receiver, job_type,
                            becomes, canvas_id, error_message, at, now()
                        from moved
                        where webhook_url is not null
                    ),
                    moves as (
                        select user_id, at, was, becomes, bucket, run_micros, wait_micros,
                            input_tokens, output_tokens, cost_usd, priced_calls, unpriced_calls
                        from moved
                    ),
                    served as (
                        select priority, turn as fair_turn from moved where event = 'started'
                    ),
                    """
                    + LineSql.SERVED
                    + MovesSql.NOTED
                    + """
                    select arrival as place,
                        arrival in (select arrival from moved) as moved
                    from joining
                    """;

    private JobSql() {}
}
