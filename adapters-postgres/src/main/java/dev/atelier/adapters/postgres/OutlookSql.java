package dev.atelier.adapters.postgres;

/// The question of a node that has nothing to do. Each part stops at the first row of an index that
/// holds nothing else.
final class OutlookSql {

    static final String LOOK =
            """
            select
                exists (
                    select from ai_jobs
                    where status = 'queued' and fair_turn >= 0
                        and (start_by is null or start_by > now())
                ) or exists (
                    select from ai_jobs
                    where status = 'queued' and fair_turn is null
                        and next_processing_at <= now() + CAST(:soon AS interval)
                ) as waiting,
                exists (select from ai_jobs where status = 'processing') as running,
                exists (
                    select from ai_jobs where status = 'queued' and start_by <= now()
                ) as expired,
                exists (
                    select from webhook_deliveries
                    where next_attempt_at <= now() + CAST(:soon AS interval)
                ) as announcing,
                exists (select from work_pauses) as paused,
                clock_timestamp() as now
            """;

    private OutlookSql() {}
}
