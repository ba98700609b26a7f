package dev.atelier.application.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.out.CanvasGenerator;
import dev.atelier.application.port.out.GeneratorPaused;
import dev.atelier.application.work.AttemptOutcome.Failed;
import dev.atelier.application.work.AttemptOutcome.Interrupted;
import dev.atelier.application.work.AttemptOutcome.Produced;
import dev.atelier.application.work.AttemptOutcome.Reason;
import dev.atelier.application.work.AttemptOutcome.Untried;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.Failure;
import dev.atelier.domain.job.Failure.Kind;
import dev.atelier.domain.job.GeneratedBy;
import dev.atelier.domain.job.ProviderCall;
import dev.atelier.testkit.Briefs;
import dev.atelier.testkit.Designs;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.Submission;
import dev.atelier.testkit.fakes.ScriptedGenerator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

class AttemptTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(5);

    private final ScriptedGenerator generator = new ScriptedGenerator();
    private final List<Progress> progress = new ArrayList<>();
    private final AIJob job = Jobs.aRunningJob(Jobs.aWorker());
    private final Attempt attempt = attempt(job, generator, LONG);

    @AfterEach
    void release() {
        generator.release();
    }

    @Test
    void produces_what_the_generator_draws() throws Exception {
        generator.thenAnswer(Designs.oneBox("A box"));

        var outcome = attempt.run();

        assertThat(outcome)
                .isEqualTo(
                        Given.drawn(
                                new CanvasGenerator.Generated(
                                        Designs.oneBox("A box"), Jobs.BY_A_MODEL)));
        assertThat(generator.briefs()).containsExactly(Briefs.aLoginFlow());
        assertThat(attempt.isDecided()).isTrue();
    }

    @Test
    void passes_on_what_the_generator_says_of_its_progress() throws Exception {
        var half = new Progress(50, "Half");
        generator.thenHang(half);
        generator.release();

        attempt.run();

        assertThat(progress).containsExactly(half);
    }

    @Test
    void fails_as_the_generator_classified_it() throws Exception {
        generator.thenFail(Jobs.REFUSED);

        assertThat(attempt.run()).isEqualTo(new Failed(Jobs.REFUSED, Jobs.BY_A_MODEL));
    }

    @Test
    void is_no_attempt_if_nobody_could_be_asked() throws Exception {
        var until = Jobs.NOON.plusSeconds(30);
        generator.thenThrow(new GeneratorPaused(until));

        assertThat(attempt.run()).isEqualTo(new Untried(until));
    }

    @Test
    void a_bug_in_the_generator_is_a_failure_that_tells_the_user_nothing_of_it() throws Exception {
        generator.thenThrow(new IllegalStateException("key sk-123 at 10.0.0.7"));

        assertThat(failure(attempt.run()).kind()).isEqualTo(Kind.TRANSIENT);
    }

    @Test
    void an_error_in_the_generator_is_a_failure_as_well() throws Exception {
        CanvasGenerator broken =
                (_, _) -> {
                    throw new StackOverflowError("key sk-123 at 10.0.0.7");
                };

        var failure = failure(attempt(job, broken, LONG).run());

        assertThat(failure.kind()).isEqualTo(Kind.TRANSIENT);
        assertThat(failure.message()).doesNotContain("sk-123");
    }

    @Test
    void a_generator_that_was_interrupted_by_nobody_of_ours_may_try_again() throws Exception {
        CanvasGenerator interrupted =
                (_, _) -> {
                    throw new InterruptedException();
                };

        assertThat(failure(attempt(job, interrupted, LONG).run()).kind()).isEqualTo(Kind.TRANSIENT);
    }

    @Test
    void the_deadline_of_all_jobs_ends_it_and_interrupts_the_generator() throws Exception {
        generator.thenHang();

        var failure = failure(attempt(job, generator, SHORT).run());

        assertThat(failure).isEqualTo(Failure.timedOut(SHORT));
        generator.awaitInterrupted();
    }

    @Test
    void the_deadline_tells_who_was_asked_and_what_was_counted_by_then() throws Exception {
        var first = Jobs.BY_A_MODEL.calls().getFirst();
        var second = new ProviderCall("anthropic", "model", null, null, null, null, null);
        var hangs =
                hangsAfterAsking(new GeneratedBy(List.of(first, second)), new CountDownLatch(1));
        var limit = SHORT;
        var outcome = attempt(job, hangs, limit).run();
        while (outcome.by() == null && limit.compareTo(LONG) < 0) {
            limit = limit.multipliedBy(2);
            outcome = attempt(job, hangs, limit).run();
        }

        var late = Failure.timedOut(limit);
        var by = new GeneratedBy(List.of(first, second.failed(late.message())));
        assertThat(outcome).isEqualTo(new Failed(late, by));
    }

    @Test
    void an_interruption_tells_who_was_asked_by_then() throws Exception {
        var asked = new CountDownLatch(1);
        var hanging = attempt(job, hangsAfterAsking(Jobs.BY_A_MODEL, asked), LONG);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcome = threads.submit(hanging::run);
            asked.await();

            hanging.interrupt(Reason.LOST);

            assertThat(outcome.get()).isEqualTo(new Interrupted(Reason.LOST, Jobs.BY_A_MODEL));
        }
    }

    @Test
    void the_deadline_of_the_job_ends_it_sooner() throws Exception {
        generator.thenHang();
        var strict = running(Submission.by(Jobs.ALICE).within(SHORT));

        assertThat(attempt(strict, generator, LONG).run())
                .isEqualTo(new Failed(Failure.timedOut(SHORT), null));
        generator.awaitInterrupted();
    }

    @Test
    void the_deadline_of_the_job_cannot_be_later_than_that_of_all() throws Exception {
        generator.thenHang();
        var lax = running(Submission.by(Jobs.ALICE).within(LONG));

        assertThat(failure(attempt(lax, generator, SHORT).run()))
                .isEqualTo(Failure.timedOut(SHORT));
    }

    @Test
    void interrupted_before_it_starts_it_never_asks_the_generator() throws Exception {
        attempt.interrupt(Reason.SHUTDOWN);

        assertThat(attempt.run()).isEqualTo(new Interrupted(Reason.SHUTDOWN));
        attempt.awaitEnd(LONG);
        assertThat(generator.briefs()).isEmpty();
    }

    @Test
    void interrupted_while_it_runs_it_interrupts_the_generator() throws Exception {
        generator.thenHang();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcome = threads.submit(attempt::run);
            generator.awaitBegun();

            attempt.interrupt(Reason.LOST);

            assertThat(outcome.get()).isEqualTo(new Interrupted(Reason.LOST));
            generator.awaitInterrupted();
        }
    }

    @Test
    void interrupted_after_its_decision_nothing_changes() throws Exception {
        var outcome = attempt.run();

        attempt.interrupt(Reason.LEASE_LOST);

        assertThat(outcome).isInstanceOf(Produced.class);
        assertThat(attempt.run()).isSameAs(outcome);
    }

    @Test
    void the_first_reason_to_stop_is_the_one_that_counts() throws Exception {
        attempt.interrupt(Reason.LOST);
        attempt.interrupt(Reason.SHUTDOWN);

        assertThat(attempt.run()).isEqualTo(new Interrupted(Reason.LOST));
    }

    @Test
    void a_generator_that_ignores_interruption_gives_its_slot_away() throws Exception {
        var ended = new CountDownLatch(1);
        var stubborn = attempt(job, (_, _) -> stubbornly(ended), SHORT);

        var outcome = stubborn.run();
        stubborn.awaitEnd(SHORT);

        assertThat(outcome).isInstanceOf(Failed.class);
        assertThat(ended.getCount()).as("the generator still holds on").isEqualTo(1);
        ended.countDown();
        stubborn.awaitEnd(LONG);
    }

    @Test
    void its_end_is_when_the_generator_has_let_go() throws Exception {
        var mayLetGo = new CountDownLatch(1);
        var slow = attempt(job, (_, _) -> stubbornly(mayLetGo), SHORT);
        slow.run();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var end =
                    threads.submit(
                            () -> {
                                slow.awaitEnd(LONG);
                                return mayLetGo.getCount();
                            });
            mayLetGo.countDown();

            assertThat(end.get()).isZero();
        }
    }

    private static CanvasGenerator hangsAfterAsking(GeneratedBy by, CountDownLatch asked) {
        return (_, listener) -> {
            listener.asked(by);
            asked.countDown();
            new CountDownLatch(1).await();
            throw new AssertionError("nothing ends this but an interrupt");
        };
    }

    private static CanvasGenerator.Generated stubbornly(CountDownLatch end) {
        while (true) {
            try {
                end.await();
                return new CanvasGenerator.Generated(Designs.aFlow(), Jobs.BY_OFFLINE);
            } catch (InterruptedException ignored) {
                // This is what it is for.
            }
        }
    }

    private Attempt attempt(AIJob claimed, CanvasGenerator by, Duration limit) {
        return new Attempt(claimed, Given.assignments(), by, progress::add, limit);
    }

    private static AIJob running(Submission submission) {
        return submission.made().job().start(Jobs.aWorker(), Jobs.NOON).job();
    }

    private static Failure failure(AttemptOutcome outcome) {
        assertThat(outcome).isInstanceOf(Failed.class);
        return ((Failed) outcome).failure();
    }
}
