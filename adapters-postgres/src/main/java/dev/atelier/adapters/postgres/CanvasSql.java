package dev.atelier.adapters.postgres;

/// Statements on `canvases`. They are written by [JobSql#SAVE], with the job that draws.
final class CanvasSql {

    static final String LATEST =
            """
            select version, title, CAST(objects AS text) as objects
            from canvases
            where user_id = :user_id and id = :id
            order by version desc
            limit 1
            """;

    private CanvasSql() {}
}
