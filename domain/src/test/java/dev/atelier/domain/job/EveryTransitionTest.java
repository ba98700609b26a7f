package dev.atelier.domain.job;

import static dev.atelier.domain.job.Given.LATER;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.atelier.domain.retry.RetryDecision.GiveUp;
import dev.atelier.domain.retry.RetryDecision.RetryAt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The whole table, state × move: the event that follows, or `-` where the state refuses.
final class EveryTransitionTest {

    private static final String TABLE =
            """
            state     | start   | complete  | requeue  | fail   | release  | cancel    | retry   | expire
            queued    | started | -         | -        | -      | -        | cancelled | -       | -
            delayed   | -       | -         | -        | -      | -        | cancelled | -       | -
            expired   | -       | -         | -        | -      | -        | cancelled | -       | failed
            running   | -       | completed | requeued | failed | released | cancelled | -       | -
            completed | -       | -         | -        | -      | -        | -         | -       | -
            failed    | -       | -         | -        | -      | -        | -         | retried | -
            cancelled | -       | -         | -        | -      | -        | -         | retried | -
            """;

    static Stream<Arguments> table() {
        var rows = TABLE.lines().map(EveryTransitionTest::cells).toList();
        var moves = rows.getFirst();
        return rows.stream()
                .skip(1)
                .flatMap(
                        row ->
                                IntStream.range(1, moves.size())
                                        .mapToObj(
                                                n ->
                                                        Arguments.of(
                                                                row.getFirst(),
                                                                moves.get(n),
                                                                row.get(n))));
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    }

    @ParameterizedTest(name = "{0} × {1} → {2}")
    @MethodSource("table")
    void every_move_from_every_state(String state, String move, String event) {
        var job = jobThatIs(state);
        if (event.equals("-")) {
            assertThatExceptionOfType(IllegalTransition.class)
                    .isThrownBy(() -> make(move, job))
                    .withMessageContaining("cannot")
                    .withMessageContaining(job.state().word())
                    .satisfies(refused -> assertThat(refused.job()).isSameAs(job));
        } else {
            requireNext(job, make(move, job), event);
        }
    }

    private static void requireNext(AIJob before, Transition transition, String event) {
        var after = transition.job();
        assertThat(transition.event().word()).isEqualTo(event);
        assertThat(transition.event().at()).isEqualTo(LATER);
        assertThat(after.state().word()).isEqualTo(stateAfter(event));
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(transition.expectedVersion()).isEqualTo(before.version());
        assertThat(after)
                .usingRecursiveComparison()
                .comparingOnlyFields("id", "owner", "request", "createdAt")
                .isEqualTo(before);
    }

    private static String stateAfter(String event) {
        return switch (event) {
            case "started" -> "processing";
            case "requeued", "released", "retried" -> "queued";
            default -> event;
        };
    }

    private static AIJob jobThatIs(String state) {
        return switch (state) {
            case "queued" -> Given.queued();
            case "delayed" -> Given.delayed();
            case "expired" -> Given.expired();
            case "running" -> Given.running();
            case "completed" -> Given.completed();
            case "failed" -> Given.failed();
            case "cancelled" -> Given.cancelled();
            default -> throw new IllegalArgumentException(state);
        };
    }

    private static Transition make(String move, AIJob job) {
        return switch (move) {
            case "start" -> job.start(Given.WORKER, LATER);
            case "complete" -> job.complete(Given.DRAWN, Given.BY, LATER);
            case "requeue" -> job.attemptFailed(Given.FAILURE, new RetryAt(LATER), Given.BY, LATER);
            case "fail" -> job.attemptFailed(Given.FAILURE, new GiveUp(), Given.BY, LATER);
            case "release" -> job.release(LATER);
            case "cancel" -> job.cancel(LATER);
            case "retry" -> job.retry(LATER);
            case "expire" -> job.expire(LATER);
            default -> throw new IllegalArgumentException(move);
        };
    }

    @Test
    void only_an_ended_job_is_final() {
        assertThat(List.of(Given.queued(), Given.delayed(), Given.running()))
                .noneMatch(job -> job.state().isFinal());
        assertThat(List.of(Given.completed(), Given.failed(), Given.cancelled()))
                .allMatch(job -> job.state().isFinal());
    }
}
