package dev.atelier.adapters.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.atelier.adapters.ai.gate.ProviderGate;
import dev.atelier.adapters.ai.provider.Provider.Opened;
import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.out.CanvasGenerator;
import dev.atelier.application.port.out.GenerationFailed;
import dev.atelier.application.port.out.GeneratorPaused;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.job.Failure;
import dev.atelier.domain.job.Failure.Kind;
import dev.atelier.domain.job.GeneratedBy;
import dev.atelier.domain.job.GeneratedBy.Usage;
import dev.atelier.domain.job.ProviderCall;
import dev.atelier.testkit.Designs;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.MutableClock;
import dev.atelier.testkit.contract.CanvasGeneratorContract;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

final class FailoverGeneratorTest {

    private static final Usage TOKENS = new Usage(10, 20);
    private static final CanvasGenerator OFFLINE =
            AiAdapter.open(new AiSettings(List.of("offline"), Map.of())).generator();

    private final MutableClock clock = MutableClock.atNoon();
    private final List<String> asked = new ArrayList<>();

    @Test
    void the_first_that_works_is_the_only_one_asked() throws Exception {
        var generated = generate(works("one"), works("two"));

        assertThat(asked).containsExactly("one");
        assertThat(generated.by()).isEqualTo(new GeneratedBy("one", "one-model", TOKENS));
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"TRANSIENT", "RATE_LIMITED", "TIMED_OUT", "PERMANENT"})
    void a_failure_that_another_need_not_share_leads_on(Kind kind) throws Exception {
        var generated = generate(fails("one", kind), works("two"), works("three"));

        assertThat(asked).containsExactly("one", "two");
        assertThat(generated.by().provider()).isEqualTo("two");
        assertThat(generated.by().calls())
                .extracting(ProviderCall::provider, ProviderCall::error)
                .containsExactly(tuple("one", "one: " + kind), tuple("two", null));
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            mode = Mode.EXCLUDE,
            names = {"TRANSIENT", "RATE_LIMITED", "TIMED_OUT", "PERMANENT"})
    void a_failure_of_the_request_itself_is_final(Kind kind) {
        var failed = failure(fails("one", Kind.TRANSIENT), fails("two", kind), works("three"));

        assertThat(asked).containsExactly("one", "two");
        assertThat(failed.failure().kind()).isEqualTo(kind);
        assertThat(names(failed)).containsExactly("one", "two");
    }

    /// The failure of the attempt, by what the first and the second provider said.
    @ParameterizedTest(name = "{0}, {1} → {2} of {3}")
    @CsvSource({
        "TRANSIENT,    TRANSIENT,    TRANSIENT,    two",
        "TRANSIENT,    RATE_LIMITED, TRANSIENT,    one",
        "TRANSIENT,    TIMED_OUT,    TRANSIENT,    one",
        "TRANSIENT,    PERMANENT,    TRANSIENT,    one",
        "RATE_LIMITED, TRANSIENT,    TRANSIENT,    two",
        "RATE_LIMITED, RATE_LIMITED, RATE_LIMITED, two",
        "RATE_LIMITED, TIMED_OUT,    TIMED_OUT,    two",
        "RATE_LIMITED, PERMANENT,    RATE_LIMITED, one",
        "TIMED_OUT,    TRANSIENT,    TRANSIENT,    two",
        "TIMED_OUT,    RATE_LIMITED, TIMED_OUT,    one",
        "TIMED_OUT,    TIMED_OUT,    TIMED_OUT,    two",
        "TIMED_OUT,    PERMANENT,    TIMED_OUT,    one",
        "PERMANENT,    TRANSIENT,    TRANSIENT,    two",
        "PERMANENT,    RATE_LIMITED, RATE_LIMITED, two",
        "PERMANENT,    TIMED_OUT,    TIMED_OUT,    two",
        "PERMANENT,    PERMANENT,    PERMANENT,    two",
    })
    void where_all_fail_the_one_that_may_pass_decides(
            Kind first, Kind second, Kind kind, String provider) {
        var failed = failure(fails("one", first), fails("two", second));

        assertThat(failed.failure().kind()).isEqualTo(kind);
        assertThat(failed).hasMessage(provider + ": " + kind);
        assertThat(by(failed).calls())
                .extracting(ProviderCall::error)
                .containsExactly("one: " + first, "two: " + second);
        assertThat(by(failed).usage()).isEqualTo(TOKENS.plus(TOKENS));
    }

    @Test
    void the_wait_is_that_for_the_first_that_can_be_asked_again() {
        var slow = limited("one", Duration.ofMinutes(5));
        var soon = limited("two", Duration.ofSeconds(40));

        assertThat(failure(slow, soon).failure().retryAfter()).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void a_provider_that_was_passed_over_counts_for_the_wait() {
        var failed = failure(paused("one", Duration.ofSeconds(20)), limited("two", null));
        assertThat(failed.failure().retryAfter()).isEqualTo(Duration.ofSeconds(5));

        failed =
                failure(
                        paused("one", Duration.ofSeconds(20)),
                        limited("two", Duration.ofSeconds(60)));
        assertThat(failed.failure().retryAfter()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void a_job_is_not_lost_for_a_bad_key_while_another_provider_is_only_paused() {
        var failed = failure(fails("one", Kind.PERMANENT), paused("two", Duration.ofSeconds(20)));

        assertThat(failed.failure())
                .isEqualTo(
                        Failure.rateLimited(
                                "No AI provider can be asked at the moment",
                                Duration.ofSeconds(20)));
        assertThat(names(failed)).containsExactly("one");
    }

    @Test
    void who_is_paused_is_passed_over_and_is_not_among_the_calls() throws Exception {
        var generated = generate(paused("one", Duration.ofHours(2)), works("two"));

        assertThat(asked).containsExactly("two");
        assertThat(generated.by().calls()).hasSize(1);
    }

    @Test
    void where_all_are_paused_nobody_is_asked_and_the_first_opening_is_told() {
        assertThatThrownBy(
                        () ->
                                generate(
                                        paused("one", Duration.ofHours(2)),
                                        paused("two", Duration.ofSeconds(20))))
                .isInstanceOfSatisfying(
                        GeneratorPaused.class,
                        paused -> assertThat(paused.until()).isEqualTo(Jobs.NOON.plusSeconds(20)));
        assertThat(asked).isEmpty();
    }

    @Test
    void who_failed_without_a_word_of_who_it_was_is_named_all_the_same() {
        var silent =
                candidate(
                        "one",
                        (_, _) -> {
                            throw new GenerationFailed(
                                    Failure.transientFailure("Down"), null, null);
                        });

        var failed = failure(silent);

        assertThat(by(failed).calls())
                .containsExactly(
                        new ProviderCall("one", "one-model", null, null, null, null, "Down"));
    }

    @Test
    void an_interruption_is_final_at_once() {
        var interrupted =
                candidate(
                        "one",
                        (_, _) -> {
                            throw new InterruptedException();
                        });

        assertThatThrownBy(() -> generate(interrupted, works("two")))
                .isInstanceOf(InterruptedException.class);
        assertThat(asked).isEmpty();
    }

    @Test
    void an_interruption_that_came_as_a_failure_is_final_too() {
        var interrupted =
                candidate(
                        "one",
                        (_, _) -> {
                            Thread.currentThread().interrupt();
                            throw failing("one", Kind.TRANSIENT, null);
                        });

        assertThatThrownBy(() -> generate(interrupted, works("two")))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(asked).isEmpty();
    }

    @Test
    void progress_goes_on_from_where_it_was_and_partial_designs_are_replaced() throws Exception {
        var half = Designs.aFlow();
        var other = Asking.offline("x -> y");
        var breaksOff =
                candidate(
                        "one",
                        (_, listener) -> {
                            listener.progress(new Progress(5, "Reading"));
                            listener.progress(new Progress(60, "Drawing"));
                            listener.partial(half);
                            throw failing("one", Kind.TRANSIENT, null);
                        });
        var works =
                candidate(
                        "two",
                        (_, listener) -> {
                            listener.progress(new Progress(5, "Reading again"));
                            listener.partial(other);
                            listener.progress(new Progress(90, "Laying out"));
                            return generated("two");
                        });
        var heard = new Heard(new ArrayList<>(), new ArrayList<>());

        failover(breaksOff, works).generate(Asking.brief("a -> b"), heard);

        assertThat(heard.progress())
                .containsExactly(
                        new Progress(5, "Reading"),
                        new Progress(60, "Drawing"),
                        new Progress(60, "Reading again"),
                        new Progress(90, "Laying out"));
        assertThat(heard.designs()).containsExactly(half, other);
    }

    @Test
    void who_was_asked_before_is_told_while_another_is_asked() throws Exception {
        var told = new ArrayList<GeneratedBy>();
        var asks =
                candidate(
                        "two",
                        (_, listener) -> {
                            listener.asked(by("two"));
                            return generated("two");
                        });

        failover(fails("one", Kind.TRANSIENT), asks)
                .generate(Asking.brief("a -> b"), new HearsWhoIsAsked(told::add));

        assertThat(told)
                .singleElement()
                .satisfies(
                        by ->
                                assertThat(by.calls())
                                        .extracting(ProviderCall::provider, ProviderCall::error)
                                        .containsExactly(
                                                tuple("one", "one: TRANSIENT"),
                                                tuple("two", null)));
    }

    private record Heard(List<Progress> progress, List<CanvasDesign> designs)
            implements CanvasGenerator.Listener {

        @Override
        public void progress(Progress said) {
            progress.add(said);
        }

        @Override
        public void partial(CanvasDesign soFar) {
            designs.add(soFar);
        }
    }

    /// The whole contract, as kept by the second provider after the first broke off far into its
    /// work.
    @Nested
    class AfterOneBrokeOff implements CanvasGeneratorContract {

        @Override
        public CanvasGenerator generator() {
            var breaksOff =
                    candidate(
                            "one",
                            (_, listener) -> {
                                listener.progress(new Progress(80, "Almost done"));
                                throw failing("one", Kind.TRANSIENT, null);
                            });
            return failover(breaksOff, candidate("offline", OFFLINE));
        }
    }

    private CanvasGenerator failover(Candidate... candidates) {
        return new FailoverGenerator(Arrays.asList(candidates), clock);
    }

    private CanvasGenerator.Generated generate(Candidate... candidates)
            throws InterruptedException {
        return failover(candidates).generate(Asking.brief("a -> b"), _ -> {});
    }

    private GenerationFailed failure(Candidate... candidates) {
        var failed = catchThrowableOfType(GenerationFailed.class, () -> generate(candidates));
        assertThat(failed).isNotNull();
        return failed;
    }

    private static List<String> names(GenerationFailed failed) {
        return by(failed).calls().stream().map(ProviderCall::provider).toList();
    }

    private static GeneratedBy by(GenerationFailed failed) {
        return Objects.requireNonNull(failed.by());
    }

    private Candidate works(String name) {
        return candidate(
                name,
                (_, _) -> {
                    asked.add(name);
                    return generated(name);
                });
    }

    private Candidate fails(String name, Kind kind) {
        return fails(name, kind, null);
    }

    private Candidate limited(String name, @Nullable Duration wait) {
        return fails(name, Kind.RATE_LIMITED, wait);
    }

    private Candidate fails(String name, Kind kind, @Nullable Duration wait) {
        return candidate(
                name,
                (_, _) -> {
                    asked.add(name);
                    throw failing(name, kind, wait);
                });
    }

    /// Turned somebody away already.
    private Candidate paused(String name, Duration wait) {
        var paused = limited(name, wait);
        assertThatThrownBy(() -> generate(paused)).isInstanceOf(GenerationFailed.class);
        asked.clear();
        return paused;
    }

    private Candidate candidate(String name, CanvasGenerator generator) {
        var opened = new Opened(name, name + "-model", generator);
        return new Candidate(opened, new ProviderGate(name, clock, () -> 0L));
    }

    private static GenerationFailed failing(String name, Kind kind, @Nullable Duration wait) {
        return new GenerationFailed(new Failure(kind, name + ": " + kind, wait), by(name), null);
    }

    private static CanvasGenerator.Generated generated(String name) {
        return new CanvasGenerator.Generated(Designs.aFlow(), by(name));
    }

    private static GeneratedBy by(String name) {
        return new GeneratedBy(name, name + "-model", TOKENS);
    }
}
