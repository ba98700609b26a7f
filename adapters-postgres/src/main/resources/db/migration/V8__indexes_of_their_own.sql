-- The log in the order of its jobs' age, owners mixed, as it is written and as it is forgotten: both
-- go by few pages. It becomes the primary key next.
create unique index concurrently ai_job_events_by_job
    on ai_job_events (job_id, user_id, version);

-- Those who wait, once more: each index in words of its own, so that no plan can take one for another.
-- Statistics of a moment when nobody waits make them look alike, and a submission that walks the
-- whole line is slow a minute later.
create index concurrently ai_jobs_in_line on ai_jobs (priority desc, fair_turn, id)
    where status = 'queued' and fair_turn >= 0;
create index concurrently ai_jobs_in_line_of_user on ai_jobs (user_id, priority desc, fair_turn)
    where status = 'queued' and coalesce(fair_turn, -1) >= 0;
create index concurrently ai_jobs_waiting_longest on ai_jobs (next_processing_at)
    where status = 'queued' and coalesce(fair_turn, -2) >= 0;
drop index concurrently ai_jobs_line;
drop index concurrently ai_jobs_line_of_user;
drop index concurrently ai_jobs_oldest_waiting;

-- What has ended is found state by state, by ai_jobs_by_status.
drop index concurrently ai_jobs_ended;
