-- What administrators have paused, until they resume it.
create table work_pauses (
    provider text collate "C" primary key, -- '' stands for all work
    reason   text,
    by_user  text        not null,
    since    timestamptz not null default clock_timestamp()
);
