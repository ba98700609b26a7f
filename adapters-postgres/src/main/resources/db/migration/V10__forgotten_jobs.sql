-- Jobs that were deleted and are still counted in ai_job_stats, by user: subtracted there once a purge
-- is done. Until then a hundred jobs of ninety users cost one page here, and would cost ninety there.
create table ai_job_forgotten (
    user_id   text collate "C" not null,
    completed bigint           not null,
    failed    bigint           not null,
    cancelled bigint           not null
);

create index ai_job_forgotten_of_user on ai_job_forgotten (user_id);
