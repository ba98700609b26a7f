-- The log in the order of its jobs' age, owners mixed, as it is written and as it is forgotten: both
-- go by few pages. It becomes the primary key next.
create unique index concurrently ai_job_events_by_job
    on ai_job_events (job_id, user_id, version);

-- What has ended is found state by state, by ai_jobs_by_status.
drop index concurrently ai_jobs_ended;
