package dev.atelier.adapters.postgres;

import io.helidon.dbclient.DbExecute;

import org.jspecify.annotations.Nullable;

/// What our statements ask of the server, once for a connection of ours or anew for each
/// transaction on one that others use too.
///
/// Every statement here is written to walk an index, one row after the other. The planner is held
/// to that, and to plan each statement once: to plan a claim takes longer than to carry it out, and
/// what is quickest on the empty tables of a new database is ruinous a minute later, before the
/// first statistics are in. Servers that lack one of these settings do without it. A transaction is
/// over before an entry that it wrote counts as settled, see
/// [dev.atelier.application.port.out.JobLog#SETTLES].
final class SessionSettings {

    private static final String SET =
            """
            select set_config(s.name, v.setting, %s)
            from pg_settings s
            join (values
                ('statement_timeout', '10s'),
                ('lock_timeout', '5s'),
                ('idle_in_transaction_session_timeout', '10s'),
                ('transaction_timeout', '25s'),
                ('enable_seqscan', 'off'),
                ('enable_hashjoin', 'off'),
                ('enable_mergejoin', 'off'),
                ('jit', 'off'),
                ('plan_cache_mode', 'force_generic_plan')%s
            ) as v (name, setting) on v.name = s.name
            """;

    private SessionSettings() {}

    /// A statement for a connection that is ours alone.
    static String ofConnection() {
        return SET.formatted("false", "");
    }

    /// @param schema a name that [PostgresSettings] has checked; the connection's own if null
    static Opening ofTransaction(@Nullable String schema) {
        var path = schema == null ? "" : ", ('search_path', '" + schema + "')";
        var statement = SET.formatted("true", path);
        return sql -> sql.query(statement).forEach(_ -> {});
    }

    /// What a transaction begins with.
    interface Opening {

        void in(DbExecute transaction);
    }
}
