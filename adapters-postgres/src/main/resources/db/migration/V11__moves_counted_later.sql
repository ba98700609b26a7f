-- Moves of jobs that ai_job_stats does not count yet: one row for all that one statement moved alike.
-- To count each in its own commit costs a fifth of the move; seconds later, all moves of a user that
-- are alike are counted at once.
create table ai_job_moves (
    id             bigint generated always as identity primary key,
    was            text,                          -- null: nothing, the job is new
    becomes        text                   not null,
    user_ids       text[] collate "C"     not null,
    at             timestamptz[]          not null,
    wait_micros    bigint[]               not null, -- of starts
    buckets        integer[],                     -- from here on: of ends
    run_micros     bigint[],
    input_tokens   bigint[],
    output_tokens  bigint[],
    cost_usd       numeric[],
    priced_calls   bigint[],
    unpriced_calls bigint[]
);

-- What each of them adds to its user's counts, and to everybody's ('').
create view ai_job_changes as
select j.id, who.user_id, date_trunc('hour', m.at, 'UTC') as hour,
    CAST(coalesce(m.bucket, -1) AS smallint) as bucket,
    CAST(case when j.becomes = 'queued' then 1 else 0 end
        - case when j.was = 'queued' then 1 else 0 end AS bigint) as queued,
    CAST(case when j.becomes = 'processing' then 1 else 0 end
        - case when j.was = 'processing' then 1 else 0 end AS bigint) as processing,
    CAST(case when j.becomes = 'completed' then 1 else 0 end
        - case when j.was = 'completed' then 1 else 0 end AS bigint) as completed,
    CAST(case when j.becomes = 'failed' then 1 else 0 end
        - case when j.was = 'failed' then 1 else 0 end AS bigint) as failed,
    CAST(case when j.becomes = 'cancelled' then 1 else 0 end
        - case when j.was = 'cancelled' then 1 else 0 end AS bigint) as cancelled,
    CAST(case when j.becomes = 'completed' then 1 else 0 end AS bigint) as completions,
    CAST(case when j.becomes = 'failed' then 1 else 0 end AS bigint) as failures,
    CAST(case when m.wait_micros is null then 0 else 1 end AS bigint) as starts,
    coalesce(m.run_micros, 0) as run_micros,
    coalesce(m.wait_micros, 0) as wait_micros,
    coalesce(m.input_tokens, 0) as input_tokens,
    coalesce(m.output_tokens, 0) as output_tokens,
    coalesce(m.cost_usd, 0) as cost_usd,
    coalesce(m.priced_calls, 0) as priced_calls,
    coalesce(m.unpriced_calls, 0) as unpriced_calls
from ai_job_moves j
cross join lateral unnest(
    j.user_ids, j.at, j.wait_micros, j.buckets, j.run_micros, j.input_tokens, j.output_tokens,
    j.cost_usd, j.priced_calls, j.unpriced_calls
) as m (user_id, at, wait_micros, bucket, run_micros, input_tokens, output_tokens, cost_usd,
    priced_calls, unpriced_calls)
cross join lateral (values (m.user_id), ('')) as who (user_id);

-- All that is counted, wherever it stands: what the statistics are read from.
create view ai_job_counts as
select user_id, hour, bucket, queued, processing, completed, failed, cancelled, completions,
    failures, starts, run_micros, wait_micros, input_tokens, output_tokens, cost_usd, priced_calls,
    unpriced_calls
from ai_job_stats
union all
select user_id, hour, bucket, queued, processing, completed, failed, cancelled, completions,
    failures, starts, run_micros, wait_micros, input_tokens, output_tokens, cost_usd, priced_calls,
    unpriced_calls
from ai_job_changes
union all
select user_id, '-infinity', CAST(-1 AS smallint), 0, 0, - completed, - failed, - cancelled, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0
from ai_job_forgotten;
