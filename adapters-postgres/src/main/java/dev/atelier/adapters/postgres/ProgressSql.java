package dev.atelier.adapters.postgres;

/// Statements on `ai_job_progress`. A row counts only while the job is at the row's version, so a
/// new start needs to wipe nothing, and a late word of an attempt that lost its job is not seen.
final class ProgressSql {

    static final String SHOW =
            """
            insert into ai_job_progress as p (user_id, job_id, version, percent, message)
            values (:user_id, :job_id, :version, :percent, :message)
            on conflict (user_id, job_id) do update
                set version = excluded.version, percent = excluded.percent,
                    message = excluded.message
                where p.version <= excluded.version
            """;

    private ProgressSql() {}
}
