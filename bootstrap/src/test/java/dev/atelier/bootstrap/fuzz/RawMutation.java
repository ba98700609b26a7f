package dev.atelier.bootstrap.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.random.RandomGenerator;

/// What is no proper HTTP. The client closes its half behind it, so that nothing waits for more.
final class RawMutation implements Mutations.Mutation {

    private static final List<String> FRAMINGS =
            List.of(
                    "Content-Length: -1",
                    "Content-Length: 5, 6",
                    "Content-Length: 99999999999999999999",
                    "Content-Length: 0x10",
                    "Content-Length: 100",
                    "Content-Length: 3",
                    "Transfer-Encoding: chunked",
                    "Transfer-Encoding: gzip, chunked",
                    "Transfer-Encoding: identity",
                    "Transfer-Encoding : chunked");

    private static final List<String> LINES =
            List.of(
                    "no colon",
                    " folded",
                    ": nameless",
                    "a b: c",
                    "N\u0000l: x",
                    "\u00e4: x",
                    "a:\rb");

    private static final List<String> CHUNKS =
            List.of("zz\r\n", "5\r\nab\r\n", "-1\r\n", "fffffffffffffffff\r\n", "1\r\na", "0\r\n");

    @Override
    public WireRequest of(WireRequest request, RandomGenerator random) {
        return switch (random.nextInt(6)) {
            case 0 -> request.plus(Mutations.one(FRAMINGS, random)).mutated("raw: framing");
            case 1 ->
                    request.plus("Content-Length: 4")
                            .plus("Transfer-Encoding: chunked")
                            .mutated("raw: two framings");
            case 2 -> request.plus(Mutations.one(LINES, random)).mutated("raw: odd line");
            case 3 ->
                    request.plus("Transfer-Encoding: chunked")
                            .body(Mutations.one(CHUNKS, random).getBytes(ISO_8859_1))
                            .mutated("raw: odd chunk");
            case 4 -> request.method(oddStart(random)).mutated("raw: odd start line");
            default -> request.without("Host").mutated("raw: no host");
        };
    }

    private static String oddStart(RandomGenerator random) {
        var noise = new StringBuilder();
        for (var i = random.nextInt(1, 60); i > 0; i--) {
            noise.append((char) random.nextInt(256));
        }
        var starts =
                List.of(
                        "GET  ",
                        "GET\t",
                        "",
                        "\r\n\r\n\r\nGET",
                        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                        "\u0016\u0003\u0001\u0002\u0000\u0001",
                        "GET / HTTP/9.9\r\n\r\n",
                        "GET / HTTP/1.0\n\n",
                        noise.toString());
        return Mutations.one(starts, random);
    }
}
