package dev.atelier.adapters.postgres;

/// Statements on `webhook_deliveries`. [JobSql#SAVE] writes them, [RetentionSql] forgets them.
final class WebhookSql {

    private static final String COLUMNS =
            """
            d.user_id, d.job_id, d.version, d.url, d.job_type, d.job_status, d.canvas_id,
            d.error_message, d.ended_at,
            (select j.traceparent from ai_jobs j
             where j.user_id = d.user_id and j.id = d.job_id) as traceparent
            """;

    private static final String UNDER_WAY =
            """
            with under_way as materialized (
                select * from unnest(CAST(:receiver AS text[]), CAST(:user_id AS text[]))
                    as u (receiver, user_id)
            ),
            receivers as materialized (
                select receiver, count(*) as messages from under_way group by receiver
            ),
            users as materialized (
                select user_id, count(*) as messages from under_way group by user_id
            )
            """;

    private static final String NOT_OF_THE_FULL =
            """
            receiver not in (select receiver from receivers where messages >= :per_receiver)
            and user_id not in (select user_id from users where messages >= :per_user)
            """;

    /// Looks at the oldest due messages, but for those of receivers and users that have all they
    /// may have: so a backlog of one of them hides nobody else's. Of what is left, each gets up to
    /// its share. Whoever gets nothing because of others in front gets it in the next round.
    static final String CLAIM =
            UNDER_WAY
                    + """
                    , due as materialized (
                        select user_id, job_id, version, receiver, next_attempt_at
                        from webhook_deliveries
                        where next_attempt_at <= now() and
                    """
                    + NOT_OF_THE_FULL
                    + """
                        order by next_attempt_at
                        limit 1000
                    ),
                    ranked as (
                        select d.*,
                            coalesce(r.messages, 0) + row_number() over (
                                partition by d.receiver order by d.next_attempt_at, d.job_id)
                                as of_receiver,
                            coalesce(u.messages, 0) + row_number() over (
                                partition by d.user_id order by d.next_attempt_at, d.job_id)
                                as of_user
                        from due d
                        left join receivers r on r.receiver = d.receiver
                        left join users u on u.user_id = d.user_id
                    ),
                    picked as materialized (
                        select d.user_id, d.job_id, d.version
                        from ranked r
                        join webhook_deliveries d on d.user_id = r.user_id and d.job_id = r.job_id
                            and d.version = r.version
                        where r.of_receiver <= :per_receiver and r.of_user <= :per_user
                            and d.next_attempt_at <= now()
                        order by d.next_attempt_at
                        limit greatest(0, :all - (select count(*) from under_way))
                        for update of d skip locked
                    )
                    update webhook_deliveries d set
                        attempt = d.attempt + 1, next_attempt_at = now() + CAST(:lease AS interval)
                    from picked p
                    where d.user_id = p.user_id and d.job_id = p.job_id and d.version = p.version
                    returning d.attempt, d.attempt - d.asked_after as tries,
                    """
                    + COLUMNS;

    static final String NEXT_DUE =
            UNDER_WAY
                    + """
                    select min(next_attempt_at) as due
                    from webhook_deliveries
                    where next_attempt_at is not null and
                    """
                    + NOT_OF_THE_FULL;

    static final String OVERDUE =
            """
            select coalesce(extract(epoch from now() - min(next_attempt_at)), 0) as seconds
            from webhook_deliveries
            where next_attempt_at is not null
            """;

    static final String SETTLE =
            """
            update webhook_deliveries set
                attempts = case when jsonb_array_length(attempts) >= :kept
                    then attempts - 0 else attempts end || CAST(:made AS jsonb),
                status = case when asked_after < attempt then :status else status end,
                next_attempt_at = case when asked_after < attempt
                    then CAST(:due AS timestamptz) else next_attempt_at end
            where user_id = :user_id and job_id = :job_id and version = :version
                and attempt = :attempt
            """;

    static final String OF_JOB =
            "select d.status, d.next_attempt_at, CAST(d.attempts AS text) as attempts, "
                    + COLUMNS
                    + """
                    from webhook_deliveries d
                    where d.user_id = :user_id and d.job_id = :job_id
                    order by d.version desc
                    limit :limit
                    """;

    static final String SEND_AGAIN =
            """
            update webhook_deliveries set
                status = 'pending', next_attempt_at = now(), asked_after = attempt
            where user_id = :user_id and job_id = :job_id
                and version = (
                    select max(version) from webhook_deliveries
                    where user_id = :user_id and job_id = :job_id)
            """;

    private WebhookSql() {}
}
