-- Everybody's jobs, newest first, and any job by its id alone: state by state, for administrators.
-- It is an expression that it is ordered by, so that no other statement's plan can take it for the
-- line or for the jobs that run. Nobody is kept waiting while it is built.
create index concurrently ai_jobs_by_status on ai_jobs ((status || ''), id);
