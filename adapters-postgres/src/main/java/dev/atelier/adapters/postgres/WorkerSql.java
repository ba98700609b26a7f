package dev.atelier.adapters.postgres;

/// Statements on `workers`: one lease each, told and judged by the database's clock alone.
final class WorkerSql {

    static final String JOIN =
            """
            insert into workers (id, slots, started_at, heartbeat_at)
            values (:id, :slots, now(), now())
            on conflict (id) do update
                set slots = excluded.slots, heartbeat_at = excluded.heartbeat_at
            """;

    static final String BEAT = "update workers set heartbeat_at = now() where id = :id";

    static final String LEAVE = "delete from workers where id = :id";

    static final String FORGET_SILENT =
            """
            delete from workers w
            where w.heartbeat_at <= now() - CAST(:lease AS interval)
                and not exists (
                    select from ai_jobs j where j.status = 'processing' and j.worker_id = w.id)
            """;

    static final String LIVE_SLOTS =
            """
            select coalesce(sum(slots), 0) as slots
            from workers
            where heartbeat_at > now() - CAST(:lease AS interval)
            """;

    static final String ALIVE =
            """
            select w.id, w.slots, w.started_at, w.heartbeat_at, coalesce(h.jobs, 0) as running
            from workers w
            left join (
                select worker_id, count(*) as jobs
                from ai_jobs
                where status = 'processing'
                group by worker_id
            ) h on h.worker_id = w.id
            where w.heartbeat_at > now() - CAST(:lease AS interval)
            order by w.started_at, w.id
            """;

    private WorkerSql() {}
}
