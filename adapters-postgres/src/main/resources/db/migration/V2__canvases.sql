-- What a canvas shows and what its owner has put in its place; what a running job has drawn so far.

alter table canvases
    alter column job_id drop not null,             -- null: changed by its owner's hand
    add column diagram      jsonb,                 -- null: not one diagram alone
    add column kind         text,                  -- the diagram's
    add column pinned       jsonb not null default '[]', -- ids of objects
    add column object_count integer;               -- null: not counted when it was written

-- The list of a user's canvases: the latest begun first.
create index canvases_begun on canvases (user_id, created_at desc, id desc) where version = 1;

alter table ai_job_progress
    alter column percent drop not null,
    alter column message drop not null,
    add column design jsonb;
