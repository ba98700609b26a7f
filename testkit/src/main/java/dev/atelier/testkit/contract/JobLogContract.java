package dev.atelier.testkit.contract;

import static dev.atelier.testkit.Jobs.ALICE;
import static dev.atelier.testkit.Jobs.BOB;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.atelier.application.port.in.JobMove;
import dev.atelier.application.port.out.JobLog.Trace;
import dev.atelier.application.port.out.JobLog.Written;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.Transition;
import dev.atelier.testkit.Jobs;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Every move is in the log, as it was made, and is found by job and by time.
public interface JobLogContract extends JobsContract {

    @Test
    default void a_life_of_every_move_is_told_as_it_was_lived() {
        var life = new ArrayList<Transition>();
        var worker = aLiveWorker();
        var submission = by(ALICE).made();
        jobs().store().add(submission);
        life.add(submission);
        life.add(stored(submission.job().start(worker, now())));
        life.add(stored(last(life).release(now())));
        life.add(stored(last(life).start(worker, now())));
        life.add(stored(Jobs.requeue(last(life), now().plusSeconds(60), now())));
        life.add(stored(last(life).cancel(now())));
        life.add(stored(last(life).retry(now())));
        life.add(stored(last(life).start(worker, now())));
        life.add(stored(Jobs.failure(last(life), now())));
        life.add(stored(last(life).retry(now())));
        life.add(stored(last(life).start(worker, now())));
        life.add(stored(Jobs.completion(last(life), now())));

        var told = jobs().log().moves(List.of(trace(submission.job())));

        assertThat(told.stream().map(JobMove::job))
                .containsExactlyElementsOf(life.stream().map(Transition::job).toList());
        assertThat(told.stream().map(JobMove::failure))
                .containsExactlyElementsOf(
                        life.stream().map(it -> JobMove.of(it, Instant.EPOCH).failure()).toList());
    }

    @Test
    default void a_job_for_later_was_queued_for_later() {
        var later = added(by(ALICE).notBefore(now().plus(Duration.ofHours(1))));

        assertThat(jobs().log().moves(List.of(trace(later))).getFirst().job()).isEqualTo(later);
    }

    @Test
    default void a_claimed_job_was_started() {
        var job = added(by(ALICE));
        var claimed = jobs().queue().claim(aLiveWorker(), 1).getFirst();

        assertThat(jobs().log().moves(List.of(trace(job))).stream().map(JobMove::job))
                .containsExactly(job, claimed);
    }

    @Test
    default void of_a_job_that_is_gone_or_someone_elses_nothing_is_told() {
        var gone = completed(ALICE);
        jobs().store().delete(gone);
        var alices = added(by(ALICE));

        assertThat(jobs().log().moves(List.of(trace(gone), new Trace(BOB, alices.id())))).isEmpty();
    }

    @Test
    default void moves_after_a_moment_come_oldest_first_page_by_page() {
        var before = now().minus(Duration.ofMinutes(1));
        var first = added(by(ALICE));
        var second = added(by(ALICE));
        added(by(BOB));
        saved(first.start(aLiveWorker(), now()));

        var all = jobs().log().movesAfter(ALICE, before, 10);
        var page = jobs().log().movesAfter(ALICE, before, 2);

        assertThat(all).extracting(move -> move.job().owner()).containsOnly(ALICE);
        assertThat(all)
                .extracting(move -> trace(move.job()), move -> move.job().version())
                .containsExactlyInAnyOrder(
                        tuple(trace(first), 1L), tuple(trace(second), 1L), tuple(trace(first), 2L));
        assertThat(all).isSortedAccordingTo((a, b) -> a.loggedAt().compareTo(b.loggedAt()));
        assertThat(page).containsExactlyElementsOf(all.subList(0, 2));
        assertThat(jobs().log().movesAfter(ALICE, all.getLast().loggedAt(), 10)).isEmpty();
    }

    @Test
    default void what_was_written_lately_is_told_by_job_with_its_last_version() {
        var before = now().minus(Duration.ofMinutes(1));
        var moved = saved(added(by(ALICE)).cancel(now()));
        var bobs = added(by(BOB));

        assertThat(jobs().log().writtenAfter(List.of(ALICE), before))
                .containsExactly(new Written(trace(moved), 2));
        assertThat(jobs().log().writtenAfter(List.of(ALICE, BOB), before))
                .containsExactlyInAnyOrder(
                        new Written(trace(moved), 2), new Written(trace(bobs), 1));
        assertThat(jobs().log().writtenAfter(List.of(ALICE), now().plusSeconds(60))).isEmpty();
    }

    @Test
    default void jobs_that_run_or_wait_are_told_to_their_owner() {
        var waiting = added(by(ALICE));
        var running = running(ALICE, aLiveWorker());
        completed(ALICE);
        added(by(BOB));

        assertThat(jobs().log().unended(ALICE, 10))
                .containsExactlyInAnyOrder(
                        new Written(trace(waiting), 1), new Written(trace(running), 2));
        assertThat(jobs().log().unended(ALICE, 1)).hasSize(1);
    }

    private Transition stored(Transition transition) {
        jobs().store().save(transition);
        return transition;
    }

    private static AIJob last(List<Transition> life) {
        return life.getLast().job();
    }

    private static Trace trace(AIJob job) {
        return new Trace(job.owner(), job.id());
    }
}
