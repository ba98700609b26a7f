package dev.atelier.adapters.postgres;

/// Statements on `ai_job_stats`, into which [MovesSql] counts, and on `ai_job_counts`, which has
/// also what is not counted yet.
final class StatsSql {

    /// Begins an insert of whole rows.
    static final String EVERY_COUNT =
            """
            insert into ai_job_stats as s (
                user_id, hour, bucket, shard,
                queued, processing, completed, failed, cancelled,
                completions, failures, starts, run_micros, wait_micros,
                input_tokens, output_tokens, cost_usd, priced_calls, unpriced_calls)
            """;

    /// Adds the rows of an insert into `ai_job_stats as s` to those that are there. They are
    /// written in the order of the key everywhere, so that no two writers wait for each other.
    static final String ADDED_UP =
            """
            on conflict (user_id, hour, bucket, shard) do update set
                queued = s.queued + excluded.queued,
                processing = s.processing + excluded.processing,
                completed = s.completed + excluded.completed,
                failed = s.failed + excluded.failed,
                cancelled = s.cancelled + excluded.cancelled,
                completions = s.completions + excluded.completions,
                failures = s.failures + excluded.failures,
                starts = s.starts + excluded.starts,
                run_micros = s.run_micros + excluded.run_micros,
                wait_micros = s.wait_micros + excluded.wait_micros,
                input_tokens = s.input_tokens + excluded.input_tokens,
                output_tokens = s.output_tokens + excluded.output_tokens,
                cost_usd = s.cost_usd + excluded.cost_usd,
                priced_calls = s.priced_calls + excluded.priced_calls,
                unpriced_calls = s.unpriced_calls + excluded.unpriced_calls
            """;

    /// Takes the jobs `gone (user_id, status)` from the counts: of all at once, of each user in
    /// rows beside, that [#SUBTRACT] takes in.
    static final String FORGOTTEN =
            """
            forgotten as (
                insert into ai_job_forgotten (user_id, completed, failed, cancelled)
                select user_id, count(*) filter (where status = 'completed'),
                    count(*) filter (where status = 'failed'),
                    count(*) filter (where status = 'cancelled')
                from gone
                group by user_id
            ),
            counted as (
                insert into ai_job_stats as s (
                    user_id, hour, bucket, shard,
                    queued, processing, completed, failed, cancelled,
                    completions, failures, starts, run_micros, wait_micros)
                select '', '-infinity', -1, CAST(:shard AS smallint), 0, 0,
                    - count(*) filter (where status = 'completed'),
                    - count(*) filter (where status = 'failed'),
                    - count(*) filter (where status = 'cancelled'), 0, 0, 0, 0, 0
                from gone
                having count(*) > 0
                on conflict (user_id, hour, bucket, shard) do update set
                    completed = s.completed + excluded.completed,
                    failed = s.failed + excluded.failed,
                    cancelled = s.cancelled + excluded.cancelled
            )
            """;

    /// Of all users or one, a batch at a time.
    static final String SUBTRACT =
            """
            with old as materialized (
                select ctid from ai_job_forgotten
                where CAST(:user_id AS text) is null or user_id = CAST(:user_id AS text)
                limit :limit
                for update
            ),
            gone as (
                delete from ai_job_forgotten f using old o
                where f.ctid = o.ctid
                returning f.*
            )
            insert into ai_job_stats as s (
                user_id, hour, bucket, shard,
                queued, processing, completed, failed, cancelled,
                completions, failures, starts, run_micros, wait_micros)
            select user_id, '-infinity', -1, 0, 0, 0,
                - sum(completed), - sum(failed), - sum(cancelled), 0, 0, 0, 0, 0
            from gone
            group by user_id
            order by user_id
            on conflict (user_id, hour, bucket, shard) do update set
                completed = s.completed + excluded.completed,
                failed = s.failed + excluded.failed,
                cancelled = s.cancelled + excluded.cancelled
            """;

    static final String TOTALS =
            """
            select coalesce(sum(queued), 0) as queued,
                coalesce(sum(processing), 0) as processing,
                coalesce(sum(completed), 0) as completed,
                coalesce(sum(failed), 0) as failed,
                coalesce(sum(cancelled), 0) as cancelled,
                coalesce(sum(completions), 0) as completions,
                coalesce(sum(starts), 0) as starts,
                coalesce(sum(run_micros), 0) as run_micros,
                coalesce(sum(wait_micros), 0) as wait_micros,
                coalesce(sum(input_tokens), 0) as input_tokens,
                coalesce(sum(output_tokens), 0) as output_tokens,
                coalesce(sum(cost_usd), 0) as cost_usd,
                coalesce(sum(priced_calls), 0) as priced_calls,
                coalesce(sum(unpriced_calls), 0) as unpriced_calls,
                now() as now
            from ai_job_counts
            where user_id = :user_id
            """;

    static final String HOURS =
            """
            select hour, sum(completions) as completed, sum(failures) as failed,
                sum(queued) as queued, sum(starts) as starts, sum(wait_micros) as wait_micros,
                sum(run_micros) as run_micros, sum(input_tokens) as input_tokens, sum(output_tokens) as output_tokens,
                sum(cost_usd) as cost_usd, sum(priced_calls) as priced_calls,
                sum(unpriced_calls) as unpriced_calls
            from ai_job_counts
            where user_id = :user_id and hour > now() - interval '24 hours'
            group by hour
            """;

    static final String BUCKETS =
            """
            select bucket, sum(completions) as jobs
            from ai_job_counts
            where user_id = :user_id and bucket >= 0
            group by bucket
            """;

    static final String RECENT_BUCKETS =
            """
            select bucket, sum(completions) as jobs
            from ai_job_counts
            where user_id = '' and hour > now() - interval '3 hours' and bucket >= 0
            group by bucket
            """;

    /// Turns are given in the order of arrival, so a user's oldest job heads one of their lines:
    /// one probe per priority.
    static final String OLDEST_OF_USER =
            """
            with recursive head as (
                (select priority, next_processing_at from ai_jobs
                 where status = 'queued' and coalesce(fair_turn, -1) >= 0
                    and user_id = :user_id
                 order by priority desc, fair_turn limit 1)
                union all
                select n.priority, n.next_processing_at
                from head h
                cross join lateral (
                    select j.priority, j.next_processing_at from ai_jobs j
                    where j.status = 'queued' and coalesce(j.fair_turn, -1) >= 0
                        and j.user_id = :user_id and j.priority < h.priority
                    order by j.priority desc, j.fair_turn limit 1
                ) n
            )
            select extract(epoch from now() - min(next_processing_at)) as seconds from head
            """;

    static final String OLDEST_OF_ALL =
            """
            select extract(epoch from now() - min(next_processing_at)) as seconds
            from ai_jobs
            where status = 'queued' and coalesce(fair_turn, -2) >= 0
            """;

    static final String PULSE =
            """
            select
                (select count(*) from workers
                 where heartbeat_at > now() - CAST(:lease AS interval)) as workers,
                (select coalesce(sum(queued), 0) from ai_job_counts where user_id = '') as queued
            """;

    /// Lets hours that nobody asks for any more run together into one row per user and bucket.
    static final String FOLD =
            """
            with old as materialized (
                select user_id, hour, bucket, shard
                from ai_job_stats
                where hour > '-infinity' and hour < now() - interval '25 hours'
                order by hour
                limit :limit
                for update skip locked
            ),
            gone as (
                delete from ai_job_stats s
                using old o
                where s.user_id = o.user_id and s.hour = o.hour and s.bucket = o.bucket
                    and s.shard = o.shard
                returning s.*
            )
            """
                    + EVERY_COUNT
                    + """
                    select user_id, '-infinity', bucket, 0,
                        sum(queued), sum(processing), sum(completed), sum(failed), sum(cancelled),
                        sum(completions), sum(failures), sum(starts), sum(run_micros), sum(wait_micros),
                        sum(input_tokens), sum(output_tokens), sum(cost_usd), sum(priced_calls),
                        sum(unpriced_calls)
                    from gone
                    group by user_id, bucket
                    order by user_id, bucket
                    """
                    + ADDED_UP;

    /// Forgets what was counted of a user, if it comes to no job: a job that joined meanwhile is
    /// counted in rows that are waited for, or in others that stay.
    static final String ERASE =
            """
            with mine as materialized (
                select user_id, hour, bucket, shard,
                    queued, processing, completed, failed, cancelled
                from ai_job_stats
                where user_id = :user_id
                order by user_id, hour, bucket, shard
                for update
            ),
            jobs as (
                select sum(queued) as queued, sum(processing) as processing,
                    sum(completed) as completed, sum(failed) as failed,
                    sum(cancelled) as cancelled
                from mine
            )
            delete from ai_job_stats s
            using mine m, jobs j
            where s.user_id = m.user_id and s.hour = m.hour and s.bucket = m.bucket
                and s.shard = m.shard
                and j.queued = 0 and j.processing = 0 and j.completed = 0 and j.failed = 0
                and j.cancelled = 0
            """;

    private StatsSql() {}
}
