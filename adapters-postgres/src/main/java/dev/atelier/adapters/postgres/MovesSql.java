package dev.atelier.adapters.postgres;

/// Statements on `ai_job_moves`. Whoever moves jobs notes the moves in the same statement; they are
/// counted later, many at once.
final class MovesSql {

    /// Notes the rows of `moves (user_id, at, was, becomes, wait_micros)`, which end no attempt.
    /// `was` is null for a new job, `wait_micros` for all but starts.
    static final String STEPS_NOTED =
            """
            noted as (
                insert into ai_job_moves (was, becomes, user_ids, at, wait_micros)
                select was, becomes, array_agg(user_id), array_agg(at), array_agg(wait_micros)
                from moves
                group by was, becomes
            )
            """;

    /// The same of moves that may end attempts, and tell what those took: `bucket`, `run_micros`,
    /// `input_tokens`, `output_tokens`, `cost_usd`, `priced_calls` and `unpriced_calls`.
    static final String NOTED =
            """
            noted as (
                insert into ai_job_moves (
                    was, becomes, user_ids, at, wait_micros, buckets, run_micros, input_tokens,
                    output_tokens, cost_usd, priced_calls, unpriced_calls)
                select was, becomes, array_agg(user_id), array_agg(at), array_agg(wait_micros),
                    array_agg(CAST(bucket AS integer)), array_agg(run_micros),
                    array_agg(input_tokens), array_agg(output_tokens), array_agg(cost_usd),
                    array_agg(priced_calls), array_agg(unpriced_calls)
                from moves
                group by was, becomes
            )
            """;

    /// Takes the oldest notes into the sums: alike moves of a user first, then what they change,
    /// then everybody's (`''`). Two who do so at once wait for each other, so nothing is left of
    /// what was there before.
    ///
    /// Returns how many `notes` there were
    static final String COUNT =
            """
            with taken as materialized (
                select * from ai_job_moves
                order by id
                limit :limit
                for update
            ),
            gone as (
                delete from ai_job_moves m using taken t where m.id = t.id
            ),
            each as (
                select was, becomes, unnest(user_ids) as user_id, unnest(at) as at,
                    unnest(wait_micros) as wait_micros, unnest(buckets) as bucket,
                    unnest(run_micros) as run_micros, unnest(input_tokens) as input_tokens,
                    unnest(output_tokens) as output_tokens, unnest(cost_usd) as cost_usd,
                    unnest(priced_calls) as priced_calls, unnest(unpriced_calls) as unpriced_calls
                from taken
            ),
            alike as materialized (
                select was, becomes, user_id, date_trunc('hour', at, 'UTC') as hour,
                    coalesce(bucket, -1) as bucket, count(*) as jobs,
                    count(wait_micros) as starts, sum(wait_micros) as wait_micros,
                    sum(run_micros) as run_micros, sum(input_tokens) as input_tokens,
                    sum(output_tokens) as output_tokens, sum(cost_usd) as cost_usd,
                    sum(priced_calls) as priced_calls, sum(unpriced_calls) as unpriced_calls
                from each
                group by was, becomes, user_id, hour, coalesce(bucket, -1)
            ),
            changes as materialized (
                select user_id, hour, bucket,
                    sum(case 'queued' when becomes then jobs when was then - jobs else 0 end)
                        as queued,
                    sum(case 'processing' when becomes then jobs when was then - jobs else 0 end)
                        as processing,
                    sum(case 'completed' when becomes then jobs when was then - jobs else 0 end)
                        as completed,
                    sum(case 'failed' when becomes then jobs when was then - jobs else 0 end)
                        as failed,
                    sum(case 'cancelled' when becomes then jobs when was then - jobs else 0 end)
                        as cancelled,
                    sum(case becomes when 'completed' then jobs else 0 end) as completions,
                    sum(case becomes when 'failed' then jobs else 0 end) as failures,
                    sum(starts) as starts,
                    coalesce(sum(run_micros), 0) as run_micros,
                    coalesce(sum(wait_micros), 0) as wait_micros,
                    coalesce(sum(input_tokens), 0) as input_tokens,
                    coalesce(sum(output_tokens), 0) as output_tokens,
                    coalesce(sum(cost_usd), 0) as cost_usd,
                    coalesce(sum(priced_calls), 0) as priced_calls,
                    coalesce(sum(unpriced_calls), 0) as unpriced_calls
                from alike
                group by user_id, hour, bucket
            ),
            counted as (
            """
                    + StatsSql.EVERY_COUNT
                    + """
                        select who.user_id, hour, bucket, 0,
                            sum(queued), sum(processing), sum(completed), sum(failed), sum(cancelled),
                            sum(completions), sum(failures), sum(starts), sum(run_micros),
                            sum(wait_micros), sum(input_tokens), sum(output_tokens), sum(cost_usd),
                            sum(priced_calls), sum(unpriced_calls)
                        from changes c
                        cross join lateral (values (c.user_id), ('')) as who (user_id)
                        group by who.user_id, hour, bucket
                        order by who.user_id, hour, bucket
                    """
                    + StatsSql.ADDED_UP
                    + """
                    )
                    select count(*) as notes from taken
                    """;

    private MovesSql() {}
}
