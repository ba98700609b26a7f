package dev.atelier.adapters.postgres;

/// Statements on `canvases`. What jobs draw is written by [JobSql#SAVE], with the job.
final class CanvasSql {

    private static final String COLUMNS =
            """
            select version, title,
                coalesce(CAST(objects_json AS text), CAST(objects AS text)) as objects,
                coalesce(CAST(diagram_json AS text), CAST(diagram AS text)) as diagram,
                CAST(pinned AS text) as pinned, created_at
            from canvases
            """;

    static final String EXISTS =
            "select 1 as found from canvases where user_id = :user_id and id = :id limit 1";

    static final String LATEST =
            COLUMNS
                    + """
                    where user_id = :user_id and id = :id
                    order by version desc
                    limit 1
                    """;

    static final String VERSION =
            COLUMNS + " where user_id = :user_id and id = :id and version = :version";

    /// Each canvas is found by its first version, and shown by its latest.
    static final String PAGE =
            """
            select b.id, b.created_at as begun_at, l.title, l.version, l.kind, l.object_count,
                l.created_at as saved_at
            from canvases b
            cross join lateral (
                select title, version, kind, created_at,
                    coalesce(object_count, jsonb_array_length(objects)) as object_count
                from canvases
                where user_id = b.user_id and id = b.id
                order by version desc
                limit 1
            ) l
            where b.user_id = :user_id and b.version = 1
                and (CAST(:begun_at AS timestamptz) is null
                    or (b.created_at, b.id)
                        < (CAST(:begun_at AS timestamptz), CAST(:after AS text)))
            order by b.created_at desc, b.id desc
            limit :limit
            """;

    /// Writes nothing where the version before is not there, or this one is. The lock makes a
    /// delete that comes at the same time wait, or be waited for.
    static final String SAVE =
            """
            insert into canvases (
                user_id, id, version, title, objects_json, diagram_json, kind, pinned,
                object_count, created_at)
            select user_id, id, CAST(:version AS integer), CAST(:title AS text),
                CAST(:objects AS json), CAST(:diagram AS json), CAST(:kind AS text),
                CAST(:pinned AS jsonb), CAST(:object_count AS integer), now()
            from canvases
            where user_id = :user_id and id = :id and version = CAST(:version AS integer) - 1
            for share
            on conflict do nothing
            """;

    /// What a job drew stays with the job. A version that was written while this waited is not seen
    /// by it: repeat until nothing is left.
    static final String DELETE =
            """
            with gone as (
                delete from canvases
                where user_id = :user_id and id = :id
                returning user_id, id, version, title, job_id,
                    coalesce(objects_json, CAST(objects AS json)) as objects
            ),
            kept as (
                update ai_jobs j set
                    result_data = jsonb_build_object('title', g.title, 'objects', g.objects)
                from gone g
                where j.user_id = g.user_id and j.id = g.job_id and g.version = 1
                    and j.status = 'completed' and j.canvas_id = g.id and j.result_data is null
            )
            select count(*) as versions from gone
            """;

    /// The latest version of each first, so that a canvas is there until all of it is gone. What is
    /// said at [#DELETE] holds here too.
    static final String DELETE_ALL =
            """
            with old as materialized (
                select id, version from canvases
                where user_id = :user_id
                order by id desc, version desc
                limit :limit
                for update
            ),
            gone as (
                delete from canvases c using old o
                where c.user_id = :user_id and c.id = o.id and c.version = o.version
                returning c.version
            )
            select count(*) as versions, count(*) filter (where version = 1) as canvases
            from gone
            """;

    private CanvasSql() {}
}
