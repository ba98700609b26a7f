package dev.atelier.bootstrap.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// Bodies that are nearly right: values of other types, sizes and alphabets, members twice or not
/// at all, JSON that is none.
final class BodyMutation implements Mutations.Mutation {

    /// What a value may become.
    private static final List<String> VALUES =
            List.of(
                    "null",
                    "true",
                    "0",
                    "-1",
                    "-0.0",
                    "1e400",
                    "1E-400",
                    "9223372036854775808",
                    "0.1",
                    "\"\"",
                    "\" \"",
                    "\"\\u0000\"",
                    "\"\\ud800\"",
                    "\"\\udc00\\ud800\"",
                    "\"\\u202e\\u200b\\ufeff\"",
                    "\"e\\u0301\"",
                    "\"\uD83E\uDDA9\"",
                    "\"2026-13-45T99:99:99Z\"",
                    "\"https://127.0.0.1/\"",
                    "\"https://[::1]:99999/\"",
                    "\"../../etc/passwd\"",
                    "\"'; drop table jobs; --\"",
                    "\"${jndi:ldap://x}\"",
                    "[]",
                    "{}",
                    "[[]]",
                    "[null]",
                    "{\"\":null}",
                    "NaN",
                    "01",
                    "'a'",
                    "/* */ 1");

    @Override
    public WireRequest of(WireRequest request, RandomGenerator random) {
        var text = new String(request.body(), UTF_8);
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> with(request, "body: other value", otherValue(text, random));
            case 3 -> with(request, "body: member dropped", dropped(text, random));
            case 4 -> with(request, "body: member twice", twice(text));
            case 5 -> with(request, "body: unknown member", text.replaceFirst("\\{", "{\"x\":1,"));
            case 6 -> with(request, "body: long", longOne(text, random));
            case 7 -> with(request, "body: deep", deep(random));
            case 8 -> with(request, "body: cut off", cut(text, random));
            case 9 -> with(request, "body: more behind", text + Mutations.one(VALUES, random));
            case 10 -> encoded(request, text, random);
            default -> bytes(request, random);
        };
    }

    private static WireRequest with(WireRequest request, String mutation, String body) {
        return request.body(body.getBytes(UTF_8)).mutated(mutation);
    }

    private static String otherValue(String text, RandomGenerator random) {
        var value = Mutations.one(VALUES, random);
        var colons = text.chars().filter(it -> it == ':').count();
        if (colons == 0) {
            return value;
        }
        var at = -1;
        for (var left = random.nextLong(colons) + 1; left > 0; left--) {
            at = text.indexOf(':', at + 1);
        }
        var end = at + 1;
        while (end < text.length() && text.charAt(end) != ',' && text.charAt(end) != '}') {
            end++;
        }
        return text.substring(0, at + 1) + value + text.substring(end);
    }

    private static String dropped(String text, RandomGenerator random) {
        var comma = text.indexOf(',', random.nextInt(Math.max(1, text.length())));
        var end = text.indexOf(',', comma + 1);
        return comma < 0 || end < 0 ? "{}" : text.substring(0, comma) + text.substring(end);
    }

    private static String twice(String text) {
        var comma = text.indexOf(',');
        var first = comma < 0 ? "\"instructions\":1" : text.substring(1, comma);
        return text.replaceFirst(
                "\\{", "{" + java.util.regex.Matcher.quoteReplacement(first) + ",");
    }

    private static String longOne(String text, RandomGenerator random) {
        var size = Mutations.one(List.of(1001, 10_000, 65_000, 65_536, 70_000), random);
        var filler = Mutations.one(List.of("a", "é", "\\u0041", " "), random);
        return text.replaceFirst(
                "\":\"?",
                "\":\""
                        + java.util.regex.Matcher.quoteReplacement(
                                filler.repeat(size / filler.length())));
    }

    private static String deep(RandomGenerator random) {
        var depth = Mutations.one(List.of(10, 999, 1001, 20_000), random);
        return random.nextBoolean() ? "[".repeat(depth) : "{\"a\":".repeat(depth / 4);
    }

    private static String cut(String text, RandomGenerator random) {
        return text.isEmpty() ? "{" : text.substring(0, random.nextInt(text.length()));
    }

    private static WireRequest encoded(WireRequest request, String text, RandomGenerator random) {
        var body =
                switch (random.nextInt(3)) {
                    case 0 -> text.getBytes(UTF_16);
                    case 1 -> ("\uFEFF" + text).getBytes(UTF_8);
                    default -> text.replace("a", "ä").getBytes(ISO_8859_1);
                };
        return request.body(body).mutated("body: other encoding");
    }

    private static WireRequest bytes(WireRequest request, RandomGenerator random) {
        var body = request.body().length == 0 ? new byte[40] : request.body().clone();
        for (var i = random.nextInt(4); i >= 0; i--) {
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        return request.body(Arrays.copyOf(body, body.length)).mutated("body: other bytes");
    }
}
