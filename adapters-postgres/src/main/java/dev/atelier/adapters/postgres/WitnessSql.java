package dev.atelier.adapters.postgres;

/// Statements of a [PostgresWitness] on whole tables. None joins two of them: plans here are held
/// to walking indexes, see [SessionSettings].
final class WitnessSql {

    static final String NOW = "select clock_timestamp() as now";

    static final String TALLY =
            """
            select count(*) filter (where known > 0) as jobs,
                count(*) filter (where done > 0 and ends > 0 and canvases > 0) as completed,
                count(*) filter (where ends > 1 or canvases > 1) as finished_twice,
                count(*) filter (where still_open > 0) as still_open
            from (
                select user_id, id, sum(known) as known, sum(done) as done, sum(ends) as ends,
                    sum(canvases) as canvases, sum(still_open) as still_open
                from (
                    select user_id, id, 1 as known,
                        case when status = 'completed' then 1 else 0 end as done,
                        0 as ends, 0 as canvases,
                        case when status in ('queued', 'processing') then 1 else 0 end
                            as still_open
                    from ai_jobs
                    union all
                    select user_id, job_id, 0, 0, 1, 0, 0
                    from ai_job_events where type = 'completed'
                    union all
                    select user_id, job_id, 0, 0, 0, 1, 0
                    from canvases where job_id is not null
                ) facts
                group by user_id, id
            ) jobs
            """;

    /// A start that the next event of the job takes back, and the start after that.
    static final String TAKEOVERS =
            """
            select CAST(worker AS uuid) as worker, started_at, taken_at, again_at
            from (
                select type, data ->> 'worker' as worker, logged_at as started_at,
                    lead(type) over later as next, lead(logged_at) over later as taken_at,
                    lead(logged_at, 2) over later as again_at
                from ai_job_events
                window later as (partition by user_id, job_id order by version)
            ) events
            where type = 'started' and next = 'requeued'
            """;

    static final String CUT =
            """
            select count(pg_terminate_backend(pid)) as cut
            from pg_stat_activity
            where datname = current_database()
                and application_name = any(CAST(:applications AS text[]))
            """;

    private WitnessSql() {}
}
