package dev.atelier.bootstrap.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Header fields that are missing, twice, endless, or not what their names promise.
final class FieldMutation implements Mutations.Mutation {

    private static final String UNSIGNED = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIiwiYWRtaW4iOnRydWV9.";

    private static final List<String> NAMES =
            List.of(
                    "Accept",
                    "Accept-Encoding",
                    "Authorization",
                    "Content-Type",
                    "Expect",
                    "Forwarded",
                    "If-None-Match",
                    "Idempotency-Key",
                    "Last-Event-ID",
                    "Origin",
                    "Prefer",
                    "Range",
                    "Sec-WebSocket-Key",
                    "X-Forwarded-For",
                    "X-Request-ID",
                    "traceparent");

    private static final List<String> VALUES =
            List.of(
                    "",
                    " ",
                    ",,,",
                    "*",
                    "\"",
                    "W/\"",
                    "Bearer",
                    "Bearer .",
                    "Bearer a.b.c",
                    "Bearer " + UNSIGNED,
                    "Basic YTpi",
                    "text/plain",
                    "application/json; charset=utf-16",
                    "application/json;;;",
                    "*/*;q=2, ;q=",
                    "100-continue",
                    "100-continue, 200",
                    "wait=99999999999999999999",
                    "wait=1;wait=0",
                    "wait=-1",
                    "9223372036854775808",
                    "1.5",
                    "bytes=0-",
                    "00-00000000000000000000000000000000-0000000000000000-00",
                    "\u00e4\u00f6\u00fc",
                    "a\tb",
                    "http://127.0.0.1:1");

    @Override
    public WireRequest of(WireRequest request, RandomGenerator random) {
        var name = Mutations.one(NAMES, random);
        var value = Mutations.one(VALUES, random);
        return switch (random.nextInt(8)) {
            case 0 -> request.without("Authorization").mutated("field: no token");
            case 1 -> brokenToken(request, random);
            case 2 -> request.without(name).plus(name + ": " + value).mutated("field: odd value");
            case 3 -> request.plus(name + ": " + value).mutated("field: odd value added");
            case 4 -> request.plus(name + ": " + "v".repeat(2000)).mutated("field: long");
            case 5 -> request.plus("X-Endless: " + "v".repeat(20_000)).mutated("field: too long");
            case 6 -> many(request, random.nextInt(10, 400));
            default ->
                    request.without("Content-Type")
                            .plus("Content-Type: " + value)
                            .mutated("field: odd media type");
        };
    }

    private static WireRequest brokenToken(WireRequest request, RandomGenerator random) {
        var fields = new ArrayList<>(request.fields());
        fields.replaceAll(it -> it.startsWith("Authorization:") ? broken(it, random) : it);
        return new WireRequest(
                request.operation(),
                "field: broken token",
                request.method(),
                request.target(),
                fields,
                request.body());
    }

    private static String broken(String field, RandomGenerator random) {
        var at = random.nextInt("Authorization: Bearer ".length(), field.length());
        return switch (random.nextInt(3)) {
            case 0 -> field.substring(0, at);
            case 1 -> field.substring(0, at) + "." + field.substring(at);
            default ->
                    field.substring(0, at)
                            + (char) random.nextInt(33, 127)
                            + field.substring(at + 1);
        };
    }

    private static WireRequest many(WireRequest request, int count) {
        var fields = new ArrayList<>(request.fields());
        for (var i = 0; i < count; i++) {
            fields.add("X-" + i + ": " + i);
        }
        return new WireRequest(
                request.operation(),
                "field: many",
                request.method(),
                request.target(),
                fields,
                request.body());
    }
}
