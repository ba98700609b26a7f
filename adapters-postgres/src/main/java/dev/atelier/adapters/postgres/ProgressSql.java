package dev.atelier.adapters.postgres;

/// Statements on `ai_job_progress`. A row counts only while the job is at the row's version, so a
/// new start needs to wipe nothing. A late word of an attempt that lost its job is not written: the
/// job may be gone, and nothing would ever delete the row.
final class ProgressSql {

    /// What jobs, each once, say or have drawn; what is null stays as it is. Locks are taken in the
    /// order of the rows that are bound.
    static final String SHOW =
            """
            insert into ai_job_progress as p (user_id, job_id, version, percent, message, design)
            select j.user_id, j.id, j.version, w.percent, w.message, w.design
            from (
            """
                    + Columns.rows(
                            """
                            user_id text, id uuid, version bigint, percent integer, message text,
                            design jsonb
                            """)
                    + """
                    ) w
                    join ai_jobs j
                        on j.user_id = w.user_id and j.id = w.id and j.version = w.version
                    where j.worker_id is not null
                    on conflict (user_id, job_id) do update
                        set version = excluded.version,
                            percent = coalesce(excluded.percent,
                                case when p.version = excluded.version then p.percent end),
                            message = coalesce(excluded.message,
                                case when p.version = excluded.version then p.message end),
                            design = coalesce(excluded.design,
                                case when p.version = excluded.version then p.design end)
                        where p.version <= excluded.version
                    """;

    static final String PARTIAL =
            """
            select CAST(p.design AS text) as design
            from ai_jobs j
            join ai_job_progress p
                on p.user_id = j.user_id and p.job_id = j.id and p.version = j.version
            where j.user_id = :user_id and j.id = :id and j.status = 'processing'
                and p.design is not null
            """;

    /// Asks for the worker, whom running jobs alone have: to ask for the status would lead away
    /// from the primary key, to all that the user has running, once for each job.
    static final String LATEST =
            """
            select j.user_id, j.id, j.version, p.percent, p.message,
                CAST(p.design AS text) as design
            from unnest(CAST(:user_id AS text[]), CAST(:id AS uuid[])) as t (user_id, id)
            join ai_jobs j on j.user_id = t.user_id and j.id = t.id
            join ai_job_progress p
                on p.user_id = t.user_id and p.job_id = t.id and p.version = j.version
            where j.worker_id is not null
            """;

    private ProgressSql() {}
}
