package dev.atelier.application.watch;

import static dev.atelier.application.watch.Moves.taken;
import static dev.atelier.application.watch.Moves.trace;
import static dev.atelier.application.watch.Moves.versions;
import static dev.atelier.testkit.Jobs.ALICE;
import static dev.atelier.testkit.Jobs.NOON;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.application.InterceptedStore;
import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.in.JobMove;
import dev.atelier.application.port.in.WatchJobs.Update.Progressed;
import dev.atelier.application.port.out.JobLog.Trace;
import dev.atelier.application.port.out.JobLog.Written;
import dev.atelier.application.port.out.StoreUnavailable;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobState.Completed;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.Submission;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

class AudienceTest {

    private static final Instant LONG_AGO = NOON.minusSeconds(3600);
    private static final Instant PAST = NOON.minusSeconds(30);

    private final Audience audience = new Audience(ALICE, PAST);
    private final Mailbox mailbox = new Mailbox();
    private final List<JobMove> life = Moves.ofALife(ALICE, NOON);
    private final JobMove queued = life.get(0);
    private final JobMove started = life.get(1);
    private final JobMove completed = life.get(2);
    private final Trace job = trace(queued);

    @BeforeEach
    void joined() {
        audience.join(null, mailbox);
    }

    @Test
    void tells_each_move_once() {
        assertThat(audience.hear(queued)).isFalse();
        assertThat(audience.hear(queued)).isFalse();
        assertThat(audience.hear(started)).isFalse();
        assertThat(audience.hear(queued)).isFalse();

        assertThat(versions(mailbox)).containsExactly(1L, 2L);
        assertThat(audience.missing()).isEmpty();
    }

    @Test
    void a_move_that_comes_too_early_waits_for_those_before_it() {
        audience.hear(queued);

        assertThat(audience.hear(completed)).isTrue();
        assertThat(audience.hear(started)).isTrue();
        assertThat(versions(mailbox)).containsExactly(1L);

        fill(audience, life);
        assertThat(versions(mailbox)).containsExactly(2L, 3L);
        assertThat(audience.missing()).isEmpty();
    }

    @Test
    void a_hint_has_the_log_asked_and_what_was_heard_is_not_told_again() {
        audience.hear(queued);
        audience.suspect(job);
        audience.suspect(job);
        assertThat(audience.missing()).containsOnlyKeys(job);

        fill(audience, life.subList(0, 2));
        audience.hear(completed);

        assertThat(versions(mailbox)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_hint_that_comes_while_the_log_is_read_has_it_read_again() {
        audience.hear(queued);
        audience.suspect(job);
        var asked = audience.missing();
        var read = life.subList(0, 1);

        audience.suspect(job);
        audience.fill(asked, read);

        assertThat(audience.missing()).containsOnlyKeys(job);
        fill(audience, life);
        assertThat(versions(mailbox)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_move_that_comes_while_the_log_is_read_has_it_read_again() {
        audience.hear(queued);
        audience.suspect(job);
        var asked = audience.missing();
        var read = life.subList(0, 1);

        assertThat(audience.hear(started)).isTrue();
        audience.fill(asked, read);

        fill(audience, life.subList(0, 2));
        assertThat(versions(mailbox)).containsExactly(1L, 2L);
        assertThat(audience.missing()).isEmpty();
    }

    @Test
    void a_look_that_finds_what_was_heard_asks_for_nothing() {
        audience.hear(queued);

        audience.suspect(job, 1);
        assertThat(audience.missing()).isEmpty();

        audience.suspect(job, 2);
        assertThat(audience.missing()).containsOnlyKeys(job);
    }

    @Test
    void a_job_that_is_gone_is_missed_no_longer() {
        audience.suspect(job);

        fill(audience, List.of());

        assertThat(audience.missing()).isEmpty();
        assertThat(taken(mailbox)).isEmpty();
    }

    @Test
    void what_came_before_it_was_opened_is_left_to_the_log() {
        audience.open(() -> List.of(new Written(job, 2), new Written(job, 1)));

        audience.hear(started);
        audience.hear(completed);

        assertThat(versions(mailbox)).containsExactly(3L);
    }

    @Test
    void a_move_that_comes_while_it_is_opened_is_not_lost() {
        audience.open(
                () -> {
                    audience.hear(started);
                    return List.of(new Written(job, 1));
                });

        fill(audience, life.subList(0, 2));

        assertThat(versions(mailbox)).contains(2L);
        audience.hear(completed);
        assertThat(versions(mailbox)).containsExactly(3L);
    }

    @Test
    void is_opened_once_unless_that_failed() {
        var looks = new AtomicInteger();
        assertThatThrownBy(
                        () ->
                                audience.open(
                                        () -> {
                                            looks.incrementAndGet();
                                            InterceptedStore.OUTAGE.run();
                                            return List.of();
                                        }))
                .isInstanceOf(StoreUnavailable.class);

        for (int i = 0; i < 2; i++) {
            audience.open(
                    () -> {
                        looks.incrementAndGet();
                        return List.of(new Written(job, 1));
                    });
        }

        assertThat(looks).hasValue(2);
        audience.hear(started);
        assertThat(versions(mailbox)).containsExactly(2L);
    }

    @Test
    void whoever_joins_while_another_opens_it_waits_for_that() throws Exception {
        var opening = new CountDownLatch(1);
        var opened = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first =
                    threads.submit(
                            () ->
                                    audience.open(
                                            () -> {
                                                opening.countDown();
                                                await(opened);
                                                return List.of(new Written(job, 1));
                                            }));
            opening.await();
            var second =
                    threads.submit(
                            () -> {
                                audience.open(List::of);
                                return opened.getCount() == 0;
                            });
            opened.countDown();
            first.get();

            assertThat(second.get()).isTrue();
        }
    }

    @Test
    void of_an_unknown_job_only_what_was_written_since_is_told() {
        var old = new JobMove(queued.job(), null, null, LONG_AGO);
        audience.hear(completed);

        fill(audience, List.of(old, started, completed));

        assertThat(versions(mailbox)).containsExactly(2L, 3L);
    }

    @Test
    void an_entry_that_becomes_visible_late_is_told() {
        audience.surePast(NOON);
        var late = Moves.ofALife(ALICE, NOON.plusSeconds(1));
        var earlier = Moves.ofALife(ALICE, NOON.plusSeconds(25));
        audience.hear(earlier.getFirst());

        audience.suspect(trace(late.getFirst()));
        fill(audience, late.subList(0, 1));

        assertThat(versions(mailbox)).containsExactly(1L, 1L);
    }

    @Test
    void an_ended_job_is_forgotten_when_all_that_is_surely_past_and_still_not_told_again() {
        life.forEach(audience::hear);
        audience.surePast(NOON.plusSeconds(60));
        taken(mailbox);
        var failed = anEndedJob();
        var retried = JobMove.of(failed.retry(NOON.plusSeconds(61)), NOON.plusSeconds(61));
        var before = new JobMove(failed, null, null, LONG_AGO);

        audience.suspect(job);
        fill(audience, life);
        assertThat(taken(mailbox)).isEmpty();

        assertThat(audience.hear(retried)).isTrue();
        fill(audience, List.of(before, retried));
        assertThat(versions(mailbox)).containsExactly(retried.job().version());
    }

    private static AIJob anEndedJob() {
        return Submission.by(ALICE).made().job().cancel(NOON).job();
    }

    @Test
    void a_job_that_goes_on_is_remembered_however_long_it_takes() {
        audience.hear(queued);
        audience.hear(started);
        audience.surePast(NOON.plusSeconds(3600));

        assertThat(audience.hear(completed)).isFalse();

        assertThat(versions(mailbox)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void so_many_jobs_are_remembered_and_others_are_looked_up_when_they_move() {
        var waiting = Moves.ofSubmissions(10_100, ALICE, NOON);
        waiting.forEach(audience::hear);
        audience.surePast(NOON.plusSeconds(60));

        var lookedUp = waiting.stream().map(AudienceTest::start).filter(audience::hear).count();

        assertThat(lookedUp).isEqualTo(100);
    }

    private static JobMove start(JobMove submission) {
        return JobMove.of(submission.job().start(Jobs.aWorker(), NOON), NOON.plusSeconds(61));
    }

    @Test
    void the_sure_past_does_not_come_back() {
        audience.surePast(NOON.plusSeconds(60));
        audience.surePast(NOON);
        audience.suspect(job);

        fill(audience, life);

        assertThat(taken(mailbox)).isEmpty();
    }

    @Test
    void hints_beyond_all_measure_are_left_to_the_next_look() {
        for (var move : Moves.ofSubmissions(10_100, ALICE, NOON)) {
            audience.suspect(trace(move));
        }
        assertThat(audience.missing()).hasSize(10_000);

        audience.suspect(job, 1);
        assertThat(audience.missing()).containsKey(job);
    }

    @Test
    void whoever_watches_one_job_hears_of_that_one_only() {
        var ofOne = new Mailbox();
        audience.join(job.job(), ofOne);
        audience.hear(queued);
        audience.hear(Moves.ofALife(ALICE, NOON).getFirst());
        assertThat(versions(ofOne)).containsExactly(1L);

        assertThat(audience.leave(job.job(), ofOne)).isFalse();
        assertThat(audience.leave(job.job(), ofOne)).isFalse();
        audience.hear(started);
        assertThat(taken(ofOne)).isEmpty();
        assertThat(versions(mailbox)).containsExactly(1L, 1L, 2L);
        assertThat(audience.leave(null, mailbox)).isTrue();
    }

    @Test
    void progress_is_told_while_its_attempt_lasts() {
        audience.hear(queued);
        audience.hear(started);
        taken(mailbox);
        var word = new Progressed(job.job(), 2, new Progress(10, "Thinking"));

        audience.hear(word);
        assertThat(taken(mailbox)).containsExactly(new Mail.Word(word));

        audience.hear(completed);
        audience.hear(word);
        assertThat(taken(mailbox))
                .singleElement()
                .isInstanceOfSatisfying(
                        Mail.Move.class,
                        mail ->
                                assertThat(mail.move().job().state())
                                        .isInstanceOf(Completed.class));
    }

    @Test
    void moves_bear_what_was_surely_past_when_they_were_told() {
        audience.hear(queued);
        audience.surePast(NOON.minusSeconds(1));
        audience.hear(started);

        assertThat(taken(mailbox))
                .containsExactly(
                        new Mail.Move(queued, PAST), new Mail.Move(started, NOON.minusSeconds(1)));
    }

    private static void fill(Audience audience, List<JobMove> moves) {
        audience.fill(audience.missing(), moves);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
