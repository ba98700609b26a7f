package dev.atelier.adapters.postgres;

/// How jobs join the line: start-time fair queuing (Goyal, Vin and Cheng, 1996). A user's next job
/// gets the turn after their last one that waits, and never one before those that were started, so
/// that whoever comes new stands beside the first, not behind the last.
///
/// [#HEADS] and [#TURN] speak of the rows `joining`, of which those `in_line` join, in the order of
/// `arrival`. Each subquery reads one end of an index, and says whom it means in the words of that
/// index (V8), which no other has.
final class LineSql {

    /// Where the line of each priority begins.
    static final String HEADS =
            """
            heads as (
                select p.priority, greatest(0,
                    (select max(t.turn) from ai_job_turns t where t.priority = p.priority),
                    (select min(x.fair_turn) - 1 from ai_jobs x
                     where x.status = 'queued' and x.fair_turn >= 0
                        and x.priority = p.priority)) as head
                from (select distinct priority from joining where in_line) p
            ),
            """;

    /// The turn of row `r`, or null if it does not join; `h` is the head of its priority.
    static final String TURN =
            """
            case when r.in_line then
                greatest(h.head,
                    (select max(x.fair_turn) from ai_jobs x
                     where x.status = 'queued' and coalesce(x.fair_turn, -1) >= 0
                        and x.user_id = r.user_id and x.priority = r.priority))
                + row_number() over (
                    partition by r.user_id, r.priority, r.in_line order by r.arrival)
            end
            """;

    /// The same of a row `r` that comes alone: there is no order among many to work out.
    static final String TURN_OF_ONE =
            """
            case when r.in_line then 1 + greatest(0,
                (select max(t.turn) from ai_job_turns t where t.priority = r.priority),
                (select min(x.fair_turn) - 1 from ai_jobs x
                 where x.status = 'queued' and x.fair_turn >= 0 and x.priority = r.priority),
                (select max(x.fair_turn) from ai_jobs x
                 where x.status = 'queued' and coalesce(x.fair_turn, -1) >= 0
                    and x.user_id = r.user_id and x.priority = r.priority))
            end
            """;

    /// Remembers the turns of the rows `served`.
    static final String SERVED =
            """
            turned as (
                insert into ai_job_turns as t (priority, shard, turn)
                select priority, CAST(:shard AS smallint), max(fair_turn)
                from served
                where fair_turn is not null
                group by priority
                order by priority
                on conflict (priority, shard) do update set turn = excluded.turn
                    where t.turn < excluded.turn
            ),
            """;

    private LineSql() {}
}
