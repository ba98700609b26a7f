package dev.atelier.bootstrap.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.atelier.testkit.openapi.Answer;
import dev.atelier.testkit.openapi.ApiContract;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Sends requests from a few clients at once and judges the answers: none of 500 or more, each
/// within the time limit, and each as the document promises where the request is one of its own.
public final class FuzzRun {

    static final Duration TIME_LIMIT = Duration.ofSeconds(10);

    private static final String BASE = "/api/ai-agent";
    private static final int CLIENTS = 4;
    private static final int MOST_SHOWN = 1500;

    private final URI address;
    private final ApiContract contract;
    private final Proper proper;
    private final long seed;
    private final Tally tally = new Tally();

    FuzzRun(URI address, ApiContract contract, Proper proper, long seed) {
        this.address = address;
        this.contract = contract;
        this.proper = proper;
        this.seed = seed;
    }

    Tally tally() {
        return tally;
    }

    /// Sends the requests with these numbers, the last one excluded.
    void send(int from, int to) {
        var next = new AtomicInteger(from);
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            for (var i = 0; i < CLIENTS; i++) {
                clients.execute(() -> sendAll(next, to));
            }
        }
    }

    private void sendAll(AtomicInteger next, int to) {
        try (var wire = new Wire(address, TIME_LIMIT)) {
            for (var number = next.getAndIncrement();
                    number < to;
                    number = next.getAndIncrement()) {
                var request = request(number);
                try {
                    send(request, number, wire);
                } catch (RuntimeException broken) {
                    tally.blame(told(request, number, "cannot be read: " + broken));
                    wire.hangUp();
                }
            }
        }
    }

    /// Follows from the seed and the number, whatever was sent before.
    WireRequest request(int number) {
        var random = new SplittableRandom(seed * 1_000_003 + number);
        return Mutations.of(proper.next(random), random);
    }

    private void send(WireRequest request, int number, Wire wire) {
        var begun = System.nanoTime();
        var outcome = "closed";
        try {
            var answer = wire.send(request).answer();
            if (answer != null) {
                outcome = Integer.toString(answer.status());
                judge(request, number, answer);
            } else if (!request.isRaw()) {
                tally.blame(told(request, number, "the connection was closed without an answer"));
            }
        } catch (SocketTimeoutException hang) {
            outcome = "hang";
            wire.hangUp();
            tally.blame(told(request, number, "no answer within " + TIME_LIMIT));
        } catch (IOException broken) {
            outcome = "broken";
            wire.hangUp();
            tally.blame(told(request, number, "the answer cannot be read: " + broken));
        }
        tally.count(request, outcome, Duration.ofNanos(System.nanoTime() - begun).toMillis());
    }

    private void judge(WireRequest request, int number, Answer answer) {
        if (answer.status() >= 500 && !isTheJobsOwn(answer)) {
            tally.blame(told(request, number, answer.status() + " " + answer.body()));
        } else if (request.isForItsOperation()) {
            var path = request.path().substring(BASE.length());
            contract.violations(request.method(), path, answer)
                    .forEach(it -> tally.blame(told(request, number, it)));
        }
    }

    /// Who waits for a job that fails is told so by a 502, which is no failure of the server.
    private static boolean isTheJobsOwn(Answer answer) {
        return answer.status() == 502 && answer.body().contains("\"job_status\":\"failed\"");
    }

    private String told(WireRequest request, int number, String what) {
        var bytes = new String(request.bytes(), ISO_8859_1);
        var shown = bytes.length() > MOST_SHOWN ? bytes.substring(0, MOST_SHOWN) + "…" : bytes;
        return "%s [%s]: %s%nto repeat it: -Dfuzz.seed=%d -Dfuzz.only=%d%n%s%n"
                .formatted(
                        request.operation(),
                        request.mutation(),
                        what,
                        seed,
                        number,
                        escaped(shown));
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder();
        text.chars()
                .forEach(
                        it -> {
                            if (it == '\n' || (it >= ' ' && it < 127)) {
                                escaped.append((char) it);
                            } else {
                                escaped.append("\\x%02x".formatted(it));
                            }
                        });
        return escaped.toString();
    }
}
