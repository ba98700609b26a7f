package dev.atelier.adapters.postgres;

/// Statements that read jobs together with what is known about them.
final class CatalogueSql {

    /// Jobs with all that is known about them, newest first. Those before them in the line are
    /// counted by one walk for all, up to a bound in each of the two stretches that they can stand
    /// in. What the walk finds is looked up, not joined: each would be compared with each.
    static final String DETAILS =
            """
            with asked as materialized (
                select j.*
                from unnest(CAST(:user_id AS text[]), CAST(:id AS uuid[])) as t (user_id, id)
                join ai_jobs j on j.user_id = t.user_id and j.id = t.id
            ),
            lasts as materialized (
                select distinct on (priority) priority, fair_turn, id
                from asked
                where status = 'queued' and fair_turn is not null
                order by priority, fair_turn desc, id desc
            ),
            standing as materialized (
                select s.user_id, s.id, h.higher + s.earlier as position
                from lasts l
                cross join lateral (
                    select count(*) as higher from (
                        select from ai_jobs b
                        where b.status = 'queued' and b.fair_turn >= 0
                            and b.priority > l.priority
                        limit :max_position) b
                ) h
                cross join lateral (
                    select b.user_id, b.id,
                        row_number() over (order by b.fair_turn, b.id) - 1 as earlier
                    from ai_jobs b
                    where b.status = 'queued' and b.fair_turn >= 0 and b.priority = l.priority
                        and (b.fair_turn, b.id) <= (l.fair_turn, l.id)
                    order by b.fair_turn, b.id
                    limit :max_position
                ) s
                where ((s.user_id, s.id) in (select user_id, id from asked)) is true
            )
            select
            """
                    + JobSql.COLUMNS
                    + """
                    , p.percent, p.message,
                    (
                        select CAST(json_agg(
                            json_build_object('type', e.type, 'at', e.at, 'data', e.data)
                            order by e.version) AS text)
                        from ai_job_events e
                        where (e.user_id || '') = j.user_id and e.job_id = j.id
                    ) as events,
                    case when j.status = 'queued' and j.fair_turn is not null
                        then coalesce(s.position, :max_position) end as position,
                    now() as now
                    from asked j
                    left join standing s on s.user_id = j.user_id and s.id = j.id
                    left join ai_job_progress p
                        on p.user_id = j.user_id and p.job_id = j.id and p.version = j.version
                    order by j.id desc
                    """;

    static final String HISTORY =
            """
            select version, type, at, CAST(data AS text) as data
            from ai_job_events
            where (user_id || '') = :user_id and job_id = :id
            order by version desc
            limit :limit
            """;

    static final String RUNNING_OF_USER =
            """
            select count(*) as jobs from ai_jobs where status = 'processing' and user_id = :user_id
            """;

    private CatalogueSql() {}
}
