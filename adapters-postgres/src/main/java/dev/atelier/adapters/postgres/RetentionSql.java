package dev.atelier.adapters.postgres;

/// Statements that forget ended jobs, with all that belongs to them.
final class RetentionSql {

    private static final String GONE_WITH_ALL_THEY_HAD =
            """
            , events as (
                delete from ai_job_events e using gone g
                where (e.user_id || '') = g.user_id and e.job_id = g.id
            ),
            progress as (
                delete from ai_job_progress p using gone g
                where p.user_id = g.user_id and p.job_id = g.id
            ),
            messages as (
                delete from webhook_deliveries w using gone g
                where g.webhook_url is not null and w.user_id = g.user_id and w.job_id = g.id
            ),
            keys as (
                delete from idempotency_keys k using gone g
                where k.user_id = g.user_id and k.key = g.idempotency_key and k.job_id = g.id
            ),
            """
                    + StatsSql.FORGOTTEN
                    + """
                    select count(*) as jobs from gone
                    """;

    private static final String ALL_OLD =
            """
            gone as (
                delete from ai_jobs j using old o
                where j.user_id = o.user_id and j.id = o.id
                returning j.user_id, j.id, j.status, j.idempotency_key, j.webhook_url
            )
            """;

    /// Where a row lies is known once it is locked: to look it up by its key again would read a
    /// page of the key's index for each, cold among millions of jobs. A row that moved at that
    /// moment stays for the next purge.
    private static final String ALL_AT_THEIR_PLACES =
            """
            gone as (
                delete from ai_jobs j using old o
                where j.ctid = o.ctid
                returning j.user_id, j.id, j.status, j.idempotency_key, j.webhook_url
            )
            """;

    static final String DELETE =
            """
            with gone as (
                delete from ai_jobs
                where user_id = :user_id and id = :id and version = :version
                    and status in ('completed', 'failed', 'cancelled')
                returning user_id, id, status, idempotency_key, webhook_url
            )
            """
                    + GONE_WITH_ALL_THEY_HAD;

    /// Each state from its oldest job on. An id begins with the time of submission (RFC 9562, in
    /// milliseconds), and who was submitted lately has not ended long ago: the walk stops there.
    static final String PURGE_KEPT =
            """
            with kept (status, until) as (
                values ('completed', now() - CAST(:completed AS interval)),
                    ('failed', now() - CAST(:failed AS interval)),
                    ('cancelled', now() - CAST(:cancelled AS interval))
            ),
            old as materialized (
                select j.ctid
                from kept k
                cross join lateral (
                    select ctid from ai_jobs
                    where (status || '') = k.status
                        and id < CAST(rpad(lpad(to_hex(greatest(0,
                            CAST(floor(extract(epoch from k.until) * 1000) AS bigint))),
                            12, '0'), 32, '0') AS uuid)
                        and completed_at < k.until
                    order by id
                    limit :limit
                    for update skip locked
                ) j
                limit :limit
            ),
            """
                    + ALL_AT_THEIR_PLACES
                    + GONE_WITH_ALL_THEY_HAD;

    static final String PURGE_OF_USER =
            """
            with old as materialized (
                select user_id, id from ai_jobs
                where user_id = :user_id
                    and status in ('completed', 'failed', 'cancelled')
                    and completed_at < now() - CAST(:age AS interval)
                order by id
                limit :limit
                for update skip locked
            ),
            """
                    + ALL_OLD
                    + GONE_WITH_ALL_THEY_HAD;

    /// Waits for whoever deletes the same, so that nothing found means nothing left.
    static final String ERASE =
            """
            with old as materialized (
                select user_id, id from ai_jobs
                where user_id = :user_id and status in ('completed', 'failed', 'cancelled')
                order by id
                limit :limit
                for update
            ),
            """
                    + ALL_OLD
                    + GONE_WITH_ALL_THEY_HAD;

    /// What tells of a user's jobs that are not there.
    static final String ERASE_TRACES =
            """
            with events as (
                delete from ai_job_events t
                where t.user_id = :user_id and not exists (
                    select 1 from ai_jobs j where j.user_id = t.user_id and j.id = t.job_id)
            ),
            messages as (
                delete from webhook_deliveries t
                where t.user_id = :user_id and not exists (
                    select 1 from ai_jobs j where j.user_id = t.user_id and j.id = t.job_id)
            ),
            keys as (
                delete from idempotency_keys t
                where t.user_id = :user_id and not exists (
                    select 1 from ai_jobs j where j.user_id = t.user_id and j.id = t.job_id)
            )
            delete from ai_job_progress t
            where t.user_id = :user_id and not exists (
                select 1 from ai_jobs j where j.user_id = t.user_id and j.id = t.job_id)
            """;

    static final String PURGE_KEYS =
            """
            delete from idempotency_keys k
            using (
                select user_id, key from idempotency_keys
                where created_at < now() - interval '24 hours'
                order by created_at
                limit :limit
                for update skip locked
            ) old
            where k.user_id = old.user_id and k.key = old.key
            """;

    private RetentionSql() {}
}
