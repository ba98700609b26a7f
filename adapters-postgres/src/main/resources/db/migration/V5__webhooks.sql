-- Who is to be told when a job ends, and what they are told: written in the commit of the end.

alter table ai_jobs add column webhook_url text;

create table webhook_deliveries (
    user_id         text collate "C" not null,
    job_id          uuid             not null,
    version         bigint           not null, -- the job's, when it ended: a job may end again
    url             text             not null,
    receiver        text collate "C" not null, -- host:port
    job_type        text             not null,
    job_status      text             not null,
    canvas_id       text,
    error_message   text,
    ended_at        timestamptz      not null,
    status          text collate "C" not null default 'pending',
    attempt         integer          not null default 0, -- claimed so far: fences whoever settles
    asked_after     integer          not null default 0, -- attempts before it was last asked for
    next_attempt_at timestamptz,                         -- or the end of the claimer's lease
    attempts        jsonb            not null default '[]',
    primary key (user_id, job_id, version),

    constraint a_known_status check (status in ('pending', 'delivered', 'failed', 'gone')),
    constraint due_while_pending check ((status = 'pending') = (next_attempt_at is not null)),
    constraint asked_for_in_the_past check (asked_after between 0 and attempt)
) with (
    fillfactor = 70,
    autovacuum_vacuum_scale_factor = 0.02,
    autovacuum_analyze_scale_factor = 0.02
);

create index webhook_deliveries_due on webhook_deliveries (next_attempt_at)
    where next_attempt_at is not null;
