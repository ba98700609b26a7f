-- Keys carry the owner, so that data can be spread by user. Times are the database's own.
-- Texts that are compared and never sorted for people collate as bytes.

create table ai_jobs (
    user_id            text collate "C" not null,
    id                 uuid             not null, -- version 7: sorts by age
    job_type           text             not null,
    canvas_id          text,                      -- the one asked for, or the one drawn on
    status             text collate "C" not null,
    priority           smallint         not null,
    fair_turn          bigint,                    -- place in the line; null: not in it
    request_data       jsonb            not null,
    result_data        jsonb,                     -- what this job drew
    object_count       integer,
    failure_kind       text,
    error_message      text,
    retry_after_millis bigint,
    retry_count        integer          not null,
    max_retries        integer          not null,
    created_at         timestamptz      not null,
    next_processing_at timestamptz,
    started_at         timestamptz,
    completed_at       timestamptz,               -- the end, whichever it was
    not_before         timestamptz,
    start_by           timestamptz,
    timeout_millis     bigint,
    tags               text[]           not null default '{}',
    traceparent        text,
    worker_id          uuid,
    idempotency_key    text collate "C",
    version            bigint           not null,
    primary key (user_id, id),

    constraint a_user_has_a_name check (user_id <> ''),
    constraint retries_are_within_those_allowed
        check (retry_count between 0 and max_retries),
    constraint a_known_status
        check (status in ('queued', 'processing', 'completed', 'failed', 'cancelled')),
    constraint waits_while_queued
        check ((status = 'queued') = (next_processing_at is not null)),
    constraint held_while_processing
        check ((status = 'processing') = (worker_id is not null)),
    constraint ended_when_final
        check ((status in ('completed', 'failed', 'cancelled')) = (completed_at is not null)),
    constraint started_unless_queued
        check (case status
            when 'queued' then started_at is null
            when 'processing' then started_at is not null
            when 'completed' then started_at is not null
            else true end),
    constraint in_line_only_before_the_end
        check (fair_turn is null or status in ('queued', 'processing')),
    constraint drawn_when_completed
        check (case when status = 'completed'
            then result_data is not null and object_count is not null and canvas_id is not null
            else result_data is null and object_count is null end),
    constraint failed_for_a_reason
        check (case when status = 'failed'
            then failure_kind is not null and error_message is not null
            else failure_kind is null and error_message is null and retry_after_millis is null end)
) with (
    fillfactor = 80,
    autovacuum_vacuum_scale_factor = 0.02,
    autovacuum_vacuum_insert_scale_factor = 0.05,
    autovacuum_analyze_scale_factor = 0.02
);

-- The line: what a claim walks.
create index ai_jobs_line on ai_jobs (priority desc, fair_turn, id)
    where status = 'queued' and fair_turn is not null;

-- Each user's part of it: their last turn, and how they stand.
create index ai_jobs_line_of_user on ai_jobs (user_id, priority desc, fair_turn)
    where status = 'queued' and fair_turn is not null;

create index ai_jobs_oldest_waiting on ai_jobs (next_processing_at)
    where status = 'queued' and fair_turn is not null;

create index ai_jobs_delayed on ai_jobs (next_processing_at)
    where status = 'queued' and fair_turn is null;

create index ai_jobs_start_by on ai_jobs (start_by)
    where status = 'queued' and start_by is not null;

create index ai_jobs_running on ai_jobs (user_id, worker_id)
    where status = 'processing';

create index ai_jobs_ended on ai_jobs (completed_at)
    where status in ('completed', 'failed', 'cancelled');

-- The highest turn that was started so far, by priority: behind it nobody joins the line.
create table ai_job_turns (
    priority smallint not null,
    shard    smallint not null, -- keeps concurrent claimers out of each other's way
    turn     bigint   not null,
    primary key (priority, shard)
) with (fillfactor = 50);

create table ai_job_events (
    user_id text collate "C" not null,
    job_id  uuid             not null,
    version bigint           not null,
    type    text             not null,
    at      timestamptz      not null,
    data    jsonb            not null,
    primary key (user_id, job_id, version)
);

create table canvases (
    user_id    text collate "C" not null,
    id         text collate "C" not null,
    version    integer          not null,
    title      text             not null,
    objects    jsonb            not null,
    job_id     uuid             not null,
    created_at timestamptz      not null,
    primary key (user_id, id, version)
);

create table idempotency_keys (
    user_id    text collate "C" not null,
    key        text collate "C" not null,
    job_id     uuid             not null,
    created_at timestamptz      not null,
    primary key (user_id, key)
);

create index idempotency_keys_age on idempotency_keys (created_at);

create table workers (
    id           uuid primary key,
    slots        integer     not null,
    started_at   timestamptz not null,
    heartbeat_at timestamptz not null
) with (fillfactor = 50);

-- Forgotten in a crash, and nothing is lost by it.
create unlogged table ai_job_progress (
    user_id text collate "C" not null,
    job_id  uuid             not null,
    version bigint           not null,
    percent integer          not null,
    message text             not null,
    primary key (user_id, job_id)
) with (fillfactor = 50);

-- What the statistics are read from: sums of small changes, each written with the change itself.
-- One row counts one user ('' stands for everybody) in one hour ('-infinity' for all that is long
-- past) and, of the jobs completed, those that ran about equally long. `shard` keeps concurrent
-- writers out of each other's way.
create table ai_job_stats (
    user_id     text collate "C" not null,
    hour        timestamptz      not null,
    bucket      smallint         not null, -- of the running time; -1 for all but completions
    shard       smallint         not null,
    queued      bigint           not null, -- changes of what is in that state
    processing  bigint           not null,
    completed   bigint           not null,
    failed      bigint           not null,
    cancelled   bigint           not null,
    completions bigint           not null, -- what happened in the hour
    failures    bigint           not null,
    starts      bigint           not null,
    run_micros  bigint           not null,
    wait_micros bigint           not null,
    primary key (user_id, hour, bucket, shard)
) with (
    fillfactor = 50,
    autovacuum_vacuum_scale_factor = 0.02
);

create index ai_job_stats_hour on ai_job_stats (hour) where hour > '-infinity';
