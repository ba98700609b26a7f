package dev.atelier.adapters.postgres;

/// Statements on `work_pauses`.
final class PauseSql {

    static final String ALL =
            "select provider, reason, by_user, since from work_pauses order by since, provider";

    static final String PUT =
            """
            insert into work_pauses (provider, reason, by_user)
            values (:provider, :reason, :by_user)
            on conflict (provider) do update
                set reason = excluded.reason, by_user = excluded.by_user, since = excluded.since
            """;

    static final String REMOVE = "delete from work_pauses where provider = :provider";

    private PauseSql() {}
}
