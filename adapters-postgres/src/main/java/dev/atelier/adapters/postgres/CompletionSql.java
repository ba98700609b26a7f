package dev.atelier.adapters.postgres;

/// How most jobs end: completed, with a canvas of their own.
final class CompletionSql {

    /// Ends running jobs that still stand at the version before, each with event, canvas and, where
    /// somebody is to be told, the message that tells it. What such a job drew is all of its
    /// canvas, and is not written twice. Where a canvas is there already, the whole statement
    /// fails: that is seldom, and [JobSql#SAVE] knows what to do then.
    ///
    /// Returns the `place` in the batch of each job that moved
    static final String COMPLETE =
            "with batch as ("
                    + Columns.rows(
                            """
                            user_id text, id uuid, version bigint, canvas_id text, at timestamptz,
                            data jsonb, canvas_title text, canvas_objects json,
                            canvas_diagram json, canvas_kind text, canvas_count integer,
                            bucket smallint, run_micros bigint, input_tokens bigint,
                            output_tokens bigint, cost_usd numeric, priced_calls bigint,
                            unpriced_calls bigint, webhook_url text, webhook_receiver text,
                            job_type text, arrival integer
                            """)
                    + """
                    ),
                    moved as (
                        update ai_jobs j set
                            status = 'completed', canvas_id = b.canvas_id, fair_turn = null,
                            object_count = b.canvas_count, completed_at = b.at, worker_id = null,
                            version = b.version
                        from batch b
                        where j.user_id = b.user_id and j.id = b.id and j.version = b.version - 1
                        returning b.*
                    ),
                    drawn as (
                        insert into canvases (
                            user_id, id, version, title, objects_json, diagram_json, kind,
                            object_count, job_id, created_at)
                        select user_id, canvas_id, 1, canvas_title, canvas_objects, canvas_diagram,
                            canvas_kind, canvas_count, id, at
                        from moved
                        order by user_id, canvas_id
                    ),
                    logged as (
                        insert into ai_job_events (user_id, job_id, version, type, at, data)
                        select user_id, id, version, 'completed', at, data from moved
                    ),
                    announced as (
                        insert into webhook_deliveries (
                            user_id, job_id, version, url, receiver, job_type, job_status,
                            canvas_id, ended_at, next_attempt_at)
                        select user_id, id, version, webhook_url, webhook_receiver, job_type,
                            'completed', canvas_id, at, now()
                        from moved
                        where webhook_url is not null
                    ),
                    moves as (
                        select user_id, at, 'processing' as was, 'completed' as becomes, bucket,
                            run_micros, CAST(null AS bigint) as wait_micros, input_tokens,
                            output_tokens, cost_usd, priced_calls, unpriced_calls
                        from moved
                    ),
                    """
                    + MovesSql.NOTED
                    + """
                    select arrival as place from moved
                    """;

    private CompletionSql() {}
}
