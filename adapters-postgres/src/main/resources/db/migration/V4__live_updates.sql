-- When an event was written, by the database's own clock, for those who watch a user's jobs: what
-- happened after a moment is found whatever job it happened to.

alter table ai_job_events add column logged_at timestamptz; -- null: written before anybody watched
alter table ai_job_events alter column logged_at set default clock_timestamp();

create index ai_job_events_of_user on ai_job_events (user_id, logged_at);

-- What all nodes know and nobody else, made up by the first that needs it.
create table service_secrets (
    name       text primary key,
    secret     text        not null,
    created_at timestamptz not null default now()
);
