package dev.atelier.adapters.postgres;

/// Statements that workers ask `ai_jobs` with, whoever owns the jobs.
final class QueueSql {

    /// Lets delayed jobs that are due join the line. Safe on all nodes at once.
    static final String ADMIT =
            """
            with due as materialized (
                select user_id, id, priority, true as in_line, next_processing_at
                from ai_jobs
                where status = 'queued' and fair_turn is null and next_processing_at <= now()
                order by next_processing_at
                limit :limit
                for update skip locked
            ),
            joining as materialized (
                select *, row_number() over (order by next_processing_at, id) as arrival from due
            ),
            """
                    + LineSql.HEADS
                    + """
                    next as materialized (
                        select r.user_id, r.id,
                    """
                    + LineSql.TURN
                    + """
                            as turn
                        from joining r
                        join heads h on h.priority = r.priority
                    )
                    update ai_jobs j set fair_turn = n.turn
                    from next n
                    where j.user_id = n.user_id and j.id = n.id
                    """;

    /// Whether delayed jobs are due that have yet to join the line: nobody must be claimed before
    /// they did.
    private static final String UNADMITTED =
            """
            unadmitted as materialized (
                select not CAST(:admitted AS boolean) and exists (
                    select from ai_jobs
                    where status = 'queued' and fair_turn is null
                        and next_processing_at <= now()) as wait
            ),
            """;

    private static final String PICKED_FROM_THE_LINE =
            "with "
                    + UNADMITTED
                    + """
                    picked as materialized (
                        select user_id, id, ctid as place, next_processing_at as due
                        from ai_jobs
                        where status = 'queued' and fair_turn >= 0
                            and (start_by is null or start_by > now())
                            and not (select wait from unadmitted)
                        order by priority desc, fair_turn, id
                        limit :room
                        for update skip locked
                    ),
                    """;

    /// Walks the users who wait, not their jobs, so that a backlog which may not run costs nothing:
    /// of each user as many as are still allowed, then the best of all. Two nodes that claim in the
    /// same instant go beyond the limit only where one of them sees a job that the other did not
    /// see yet; the next claim counts both.
    ///
    /// In the end it asks for `next_processing_at`, which only queued jobs have: to ask for the
    /// status would lead away from the primary key.
    private static final String PICKED_WITHIN_THE_LIMIT =
            "with recursive "
                    + UNADMITTED
                    + """
                    waiting as (
                        (select user_id from ai_jobs
                         where status = 'queued' and coalesce(fair_turn, -1) >= 0
                            and not (select wait from unadmitted)
                         order by user_id limit 1)
                        union all
                        select (
                            select n.user_id from ai_jobs n
                            where n.status = 'queued' and coalesce(n.fair_turn, -1) >= 0
                                and n.user_id > w.user_id
                            order by n.user_id limit 1)
                        from waiting w
                        where w.user_id is not null
                    ),
                    allowed as (
                        select w.user_id,
                            CAST(:jobs_per_user AS integer) - (
                                select count(*) from ai_jobs r
                                where r.status = 'processing' and r.user_id = w.user_id) as jobs
                        from waiting w
                        where w.user_id is not null
                    ),
                    eligible as materialized (
                        select a.user_id, best.id
                        from allowed a
                        cross join lateral (
                            select j.id from ai_jobs j
                            where j.status = 'queued' and coalesce(j.fair_turn, -1) >= 0
                                and j.user_id = a.user_id
                                and (j.start_by is null or j.start_by > now())
                            order by j.priority desc, j.fair_turn, j.id
                            limit greatest(0, a.jobs)
                        ) best
                    ),
                    picked as materialized (
                        select j.user_id, j.id, j.ctid as place, j.next_processing_at as due
                        from eligible e
                        join ai_jobs j on j.user_id = e.user_id and j.id = e.id
                        where j.next_processing_at is not null
                        order by j.priority desc, j.fair_turn, j.id
                        limit :room
                        for update of j skip locked
                    ),
                    """;

    /// A job is never started before it was due, not even by a clock that lags a little. What was
    /// locked is found again by its place, where it stays as long as the lock is held.
    private static final String START_THE_PICKED =
"""
            claimed as (
                update ai_jobs j set
                    status = 'processing', worker_id = :worker,
                    started_at = greatest(now(), p.due), next_processing_at = null,
                    version = j.version + 1
                from picked p
                where j.ctid = p.place and j.user_id = p.user_id and j.id = p.id
                returning j.*, p.due
            ),
            logged as (
                insert into ai_job_events (user_id, job_id, version, type, at, data)
                select user_id, id, version, 'started', started_at,
                    jsonb_build_object('worker', worker_id)
                from claimed
            ),
            moves as (
                select user_id, started_at as at, 'queued' as was, 'processing' as becomes,
                    CAST(extract(epoch from started_at - due) * 1000000 AS bigint)
                        as wait_micros
                from claimed
            ),
            served as (
                select priority, fair_turn from claimed
            ),
"""
                    + LineSql.SERVED
                    + MovesSql.STEPS_NOTED
                    + "select u.wait as unadmitted, "
                    + JobSql.COLUMNS
                    + """
                    from unadmitted u
                    left join claimed j on true
                    order by j.priority desc, j.fair_turn, j.id
                    """;

    /// Returns the jobs claimed, or else one row without a job; and whether due jobs are
    /// `unadmitted`, in which case nothing was claimed.
    static final String CLAIM = PICKED_FROM_THE_LINE + START_THE_PICKED;

    static final String CLAIM_WITHIN_THE_LIMIT = PICKED_WITHIN_THE_LIMIT + START_THE_PICKED;

    /// Puts a job that this worker holds, and cannot read, out of the way for a while.
    static final String SET_ASIDE =
"""
            with aside as (
                update ai_jobs set
                    status = 'queued', fair_turn = null, worker_id = null, started_at = null,
                    next_processing_at = now() + interval '10 minutes', version = version + 1
                where user_id = :user_id and id = :id and version = :version
                    and worker_id = :worker
                returning user_id, id, version, next_processing_at
            ),
            logged as (
                insert into ai_job_events (user_id, job_id, version, type, at, data)
                select user_id, id, version, 'released', now(),
                    jsonb_build_object('reason', 'unreadable', 'due', next_processing_at)
                from aside
            ),
            moves as (
                select user_id, now() as at, 'processing' as was, 'queued' as becomes,
                    CAST(null AS bigint) as wait_micros
                from aside
            ),
"""
                    + MovesSql.STEPS_NOTED
                    + """
                    select count(*) as jobs from aside
                    """;

    static final String NEXT_DUE =
            """
            select min(next_processing_at) as due
            from ai_jobs
            where status = 'queued' and fair_turn is null
            """;

    /// Looks each job up by its key, though the worker's own might be found at once: of ten
    /// thousand held, each would be compared with each.
    static final String LOST =
            """
            select h.id
            from unnest(
                CAST(:user_id AS text[]), CAST(:id AS uuid[]), CAST(:version AS bigint[])
            ) as h (user_id, id, version)
            left join ai_jobs j
                on j.user_id = h.user_id and j.id = h.id and j.version = h.version
            where j.worker_id is distinct from CAST(:worker AS uuid)
            """;

    static final String HELD =
            "select "
                    + JobSql.COLUMNS
                    + """
                     from ai_jobs j
                    where j.status = 'processing' and j.worker_id = :worker
                        and (j.id, j.version) not in (
                            select * from unnest(
                                CAST(:known_id AS uuid[]), CAST(:known_version AS bigint[])))
                    """;

    static final String ABANDONED =
            "select "
                    + JobSql.COLUMNS
                    + """
                    from ai_jobs j
                    where j.status = 'processing'
                        and not exists (
                            select from workers w
                            where w.id = j.worker_id
                                and w.heartbeat_at > now() - CAST(:lease AS interval))
                    limit :limit
                    """;

    static final String EXPIRED =
            "select "
                    + JobSql.COLUMNS
                    + """
                    from ai_jobs j
                    where j.status = 'queued' and j.start_by <= now()
                    order by j.start_by
                    limit :limit
                    """;

    private QueueSql() {}
}
