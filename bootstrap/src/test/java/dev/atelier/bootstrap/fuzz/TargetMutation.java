package dev.atelier.bootstrap.fuzz;

import java.util.List;
import java.util.random.RandomGenerator;

/// Paths and queries that lead elsewhere, or nowhere; those of Engine.IO among them.
final class TargetMutation implements Mutations.Mutation {

    private static final List<String> PIECES =
            List.of(
                    "%00",
                    "%2e%2e/",
                    "%2f",
                    "%c0%ae",
                    "%zz",
                    "%",
                    "//",
                    "/../",
                    "/./",
                    ";a=b",
                    "?",
                    "#x",
                    "\\",
                    "\u00e4",
                    "{id}",
                    "%F0%9F%A6%A9",
                    "+",
                    "'",
                    "a".repeat(3000),
                    "a".repeat(12_000));

    private static final List<String> QUERIES =
            List.of(
                    "limit=",
                    "limit=0&limit=1",
                    "limit=%00",
                    "limit=99999999999999999999",
                    "cursor=AAAA",
                    "cursor=" + "A".repeat(2000),
                    "status=queued&status=queued&status=x",
                    "ticket=a.b.c",
                    "ticket=",
                    "version=-1",
                    "format=svg&format=pdf",
                    "&&&=&",
                    "a=%ff%fe",
                    "tag=%f0%9f%a6%a9",
                    "tag=%00",
                    "user_id=" + "u".repeat(500));

    private static final List<String> ENGINE_QUERIES =
            List.of(
                    "EIO=4&transport=polling&sid=none",
                    "EIO=3&transport=polling",
                    "EIO=4&transport=websocket",
                    "EIO=4&transport=%00",
                    "EIO=4",
                    "transport=polling&EIO=4&EIO=5&sid=",
                    "EIO=4&transport=polling&sid=" + "s".repeat(500),
                    "");

    @Override
    public WireRequest of(WireRequest request, RandomGenerator random) {
        return switch (random.nextInt(5)) {
            case 0, 1 -> request.target(spoiled(request, random)).mutated("path: spoiled");
            case 2, 3 ->
                    request.target(request.path() + "?" + Mutations.one(QUERIES, random))
                            .mutated("query: odd");
            default ->
                    request.target("/socket.io/?" + Mutations.one(ENGINE_QUERIES, random))
                            .mutated("path: Engine.IO");
        };
    }

    private static String spoiled(WireRequest request, RandomGenerator random) {
        var target = request.target();
        var at = random.nextInt(1, target.length() + 1);
        return target.substring(0, at) + Mutations.one(PIECES, random) + target.substring(at);
    }
}
