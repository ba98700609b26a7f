package dev.atelier.testkit.contract;

import static dev.atelier.testkit.Jobs.ALICE;
import static dev.atelier.testkit.Jobs.BOB;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.UserId;
import dev.atelier.domain.job.WorkerId;
import dev.atelier.testkit.Jobs;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/// Users take turns. The rule that keeps these promises, for each priority by itself (start-time
/// fair queuing): a job gets its *turn* when it joins the line, which is when it is submitted or,
/// if it is delayed, when it falls due; a retried job joins anew. One that goes back keeps its
/// turn, whether its worker gave it back or fell silent.
///
/// turn = max(clock, the highest turn among the same user's waiting jobs) + 1, where the clock is
/// the highest turn of any job *started* so far (ended ones count too, or a stream of new users
/// would overtake those who wait whenever nothing runs), but at least the lowest turn among the
/// waiting jobs − 1.
///
/// Waiting means queued and due. Claim order: priority, turn, id.
public interface FairnessContract extends JobsContract {

    private List<UserId> owners(List<AIJob> claimed) {
        return claimed.stream().map(AIJob::owner).toList();
    }

    /// What a worker with a single slot starts next, having finished what it ran.
    private AIJob next(WorkerId worker) {
        var job = jobs().queue().claim(worker, 1).getFirst();
        saved(Jobs.completion(job, now()));
        return job;
    }

    @Test
    default void a_backlog_of_a_thousand_delays_another_users_first_job_by_one_slot_at_most() {
        var worker = aLiveWorker();
        added(1000, by(ALICE));
        var running = jobs().queue().claim(worker, 1).getFirst();
        var first = added(by(BOB));
        saved(Jobs.completion(running, now()));

        assertThat(List.of(next(worker).id(), next(worker).id())).contains(first.id());
    }

    @Test
    default void users_with_backlogs_take_turns() {
        added(10, by(ALICE));
        added(10, by(BOB));

        var claimed = owners(jobs().queue().claim(aLiveWorker(), 10));

        assertThat(claimed).filteredOn(ALICE::equals).hasSize(5);
        assertThat(claimed.subList(0, 2)).contains(ALICE, BOB);
    }

    @Test
    default void a_lone_user_gets_every_slot() {
        added(12, by(ALICE));

        assertThat(jobs().queue().claim(aLiveWorker(), 10)).hasSize(10);
    }

    @Test
    default void priority_counts_before_turns() {
        added(5, by(ALICE).withPriority(1));
        added(by(BOB));

        var claimed = owners(jobs().queue().claim(aLiveWorker(), 6));

        assertThat(claimed).containsExactly(ALICE, ALICE, ALICE, ALICE, ALICE, BOB);
    }

    @Test
    default void a_backlog_of_one_priority_costs_its_user_no_turn_in_another() {
        added(20, by(ALICE).withPriority(-1));
        var first = added(by(BOB));
        var second = added(by(ALICE));

        assertThat(jobs().queue().claim(aLiveWorker(), 2))
                .extracting(AIJob::id)
                .containsExactly(first.id(), second.id());
    }

    @Test
    default void a_delayed_job_takes_its_turn_when_it_falls_due() {
        var delayed = new ArrayList<AIJob>();
        for (int n = 0; n < 5; n++) {
            delayed.add(added(by(ALICE).notBefore(now().plusSeconds(3600))));
        }
        var worker = aLiveWorker();
        for (int n = 0; n < 5; n++) {
            added(by(BOB));
            next(worker);
        }
        added(5, by(BOB));

        delayed.forEach(jobs()::makeDue);
        var claimed = owners(jobs().queue().claim(worker, 10));

        assertThat(claimed.subList(0, 4)).contains(ALICE, BOB);
    }

    @Test
    default void a_job_given_back_keeps_its_turn() {
        var worker = aLiveWorker();
        added(5, by(ALICE));
        added(5, by(BOB));
        var interrupted = jobs().queue().claim(worker, 2);

        interrupted.forEach(job -> saved(job.release(now())));

        assertThat(jobs().queue().claim(worker, 2))
                .extracting(AIJob::id)
                .containsExactlyElementsOf(interrupted.stream().map(AIJob::id).toList());
    }

    @Test
    default void a_job_taken_back_from_a_silent_worker_keeps_its_turn() {
        added(5, by(ALICE));
        added(5, by(BOB));
        var left = jobs().queue().claim(aLiveWorker(), 2);

        left.forEach(job -> saved(Jobs.abandonment(job, now())));

        assertThat(jobs().queue().claim(aLiveWorker(), 2))
                .extracting(AIJob::id)
                .containsExactlyElementsOf(left.stream().map(AIJob::id).toList());
    }

    @Test
    default void a_job_whose_attempt_failed_joins_the_line_anew() {
        added(5, by(ALICE));
        var failed = jobs().queue().claim(aLiveWorker(), 1).getFirst();

        saved(Jobs.requeue(failed, now(), now()));

        assertThat(jobs().queue().claim(aLiveWorker(), 5))
                .extracting(AIJob::id)
                .hasSize(5)
                .last()
                .isEqualTo(failed.id());
    }

    @Test
    default void a_user_at_the_limit_is_skipped_and_nobody_waits_for_them() {
        var limited = jobs().limitedTo(2).queue();
        var worker = aLiveWorker();
        added(5, by(ALICE).withPriority(1));
        added(by(BOB));

        var claimed = limited.claim(worker, 10);
        assertThat(owners(claimed)).containsExactly(ALICE, ALICE, BOB);
        assertThat(limited.claim(worker, 10)).isEmpty();

        saved(Jobs.completion(claimed.getFirst(), now()));
        assertThat(owners(limited.claim(worker, 10))).containsExactly(ALICE);
    }
}
