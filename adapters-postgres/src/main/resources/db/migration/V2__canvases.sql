-- What a canvas shows and what its owner has put in its place; what a running job has drawn so far.

alter table canvases
    add column diagram jsonb,                      -- null: not one diagram alone
    add column pinned  jsonb not null default '[]'; -- ids of objects

alter table ai_job_progress
    alter column percent drop not null,
    alter column message drop not null,
    add column design jsonb;
