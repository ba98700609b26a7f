package dev.atelier.testkit.contract;

import static dev.atelier.testkit.Jobs.ALICE;
import static dev.atelier.testkit.Jobs.BOB;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobState.Running;
import dev.atelier.testkit.Jobs;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Who gets which job, and when.
public interface JobQueueContract extends JobsContract {

    private List<AIJob> claimed(int room) {
        return jobs().queue().claim(aLiveWorker(), room);
    }

    private static Instant startOf(AIJob claimed) {
        return ((Running) claimed.state()).startedAt();
    }

    @Test
    default void a_claimed_job_equals_the_job_started() {
        var worker = aLiveWorker();
        var plain = added(by(ALICE).withPriority(9).tagged("a", "b"));
        var first = saved(added(by(BOB)).start(worker, now()));
        var retried = saved(Jobs.requeue(first, now().minusSeconds(1), now()));
        var before = now();

        var claimed = jobs().queue().claim(worker, 10);

        assertThat(claimed)
                .containsExactly(
                        plain.start(worker, startOf(claimed.getFirst())).job(),
                        retried.start(worker, startOf(claimed.getLast())).job());
        assertThat(claimed).allSatisfy(job -> assertThat(found(job)).isEqualTo(job));
        // A node knows the store's time to half a round trip.
        assertThat(startOf(claimed.getFirst()))
                .isBetween(before.minusMillis(200), now().plusMillis(200));
    }

    @Test
    default void nothing_is_claimed_from_an_empty_line() {
        saved(added(by(ALICE)).cancel(now()));
        running(ALICE, aLiveWorker());

        assertThat(claimed(10)).isEmpty();
    }

    @Test
    default void higher_priority_goes_first_and_then_the_older_job() {
        var low = added(by(ALICE).withPriority(-1));
        var older = added(by(ALICE));
        var younger = added(by(ALICE));
        var high = added(by(ALICE).withPriority(100));

        assertThat(claimed(10))
                .extracting(AIJob::id)
                .containsExactly(high.id(), older.id(), younger.id(), low.id());
    }

    @Test
    default void no_more_are_claimed_than_there_is_room_for() {
        added(5, by(ALICE));

        assertThat(claimed(2)).hasSize(2);
        assertThat(claimed(2)).hasSize(2);
        assertThat(claimed(2)).hasSize(1);
        assertThat(claimed(2)).isEmpty();
    }

    @Test
    default void claimers_at_the_same_moment_share_nothing() {
        var waiting = added(60, by(ALICE));

        var claimed = new ArrayList<AIJob>();
        Together.call(4, _ -> claimedUntilNoneIsLeft()).forEach(claimed::addAll);
        claimed.addAll(claimed(60));

        assertThat(claimed)
                .extracting(AIJob::id)
                .containsExactlyInAnyOrderElementsOf(waiting.stream().map(AIJob::id).toList());
    }

    private List<AIJob> claimedUntilNoneIsLeft() {
        var worker = aLiveWorker();
        var all = new ArrayList<AIJob>();
        List<AIJob> some;
        do {
            some = jobs().queue().claim(worker, 5);
            all.addAll(some);
        } while (!some.isEmpty());
        return all;
    }

    @Test
    default void a_delayed_job_is_claimed_once_it_is_due() {
        var delayed = added(by(ALICE).notBefore(now().plusSeconds(3600)));
        assertThat(claimed(1)).isEmpty();

        jobs().makeDue(delayed);

        assertThat(claimed(1)).extracting(AIJob::id).containsExactly(delayed.id());
    }

    @Test
    default void a_delayed_job_that_is_due_goes_before_those_of_lower_priority_that_waited() {
        added(by(ALICE));
        var delayed = added(by(BOB).withPriority(1).notBefore(now().plusSeconds(3600)));
        jobs().makeDue(delayed);

        assertThat(claimed(1)).extracting(AIJob::id).containsExactly(delayed.id());
        assertThat(claimed(1)).extracting(AIJob::owner).containsExactly(ALICE);
    }

    @Test
    default void a_job_that_waits_for_another_attempt_is_claimed_once_it_is_due() {
        var failed = Jobs.requeue(running(ALICE, aLiveWorker()), now().plusSeconds(120), now());
        var waiting = saved(failed);
        assertThat(claimed(1)).isEmpty();

        jobs().makeDue(waiting);

        assertThat(claimed(1)).extracting(AIJob::version).containsExactly(waiting.version() + 1);
    }

    @Test
    default void a_job_past_its_time_to_start_is_left_and_blocks_nobody() {
        added(by(ALICE).withPriority(1).startingBy(now().minusSeconds(1)));
        var wanted = added(by(ALICE).startingBy(now().plusSeconds(3600)));

        assertThat(claimed(1)).extracting(AIJob::id).containsExactly(wanted.id());
        assertThat(claimed(1)).isEmpty();
    }

    @Test
    default void the_next_due_time_is_that_of_the_first_delayed_job() {
        assertThat(jobs().queue().nextDue()).isEmpty();
        added(by(ALICE));
        assertThat(jobs().queue().nextDue()).isEmpty();

        var soon = now().plusSeconds(600);
        added(by(ALICE).notBefore(soon.plusSeconds(600)));
        var next = added(by(BOB).notBefore(soon));
        assertThat(jobs().queue().nextDue()).contains(soon);

        saved(next.cancel(now()));
        assertThat(jobs().queue().nextDue()).contains(soon.plusSeconds(600));
    }

    @Test
    default void a_worker_holds_what_it_claimed_and_has_not_settled() {
        var worker = aLiveWorker();
        var kept = running(ALICE, worker);
        saved(running(ALICE, worker).cancel(now()));
        saved(running(BOB, worker).release(now()));
        running(BOB, aLiveWorker());

        assertThat(jobs().queue().held(worker, List.of())).containsExactly(kept);
        assertThat(jobs().queue().held(worker, List.of(kept))).isEmpty();
        assertThat(jobs().queue().held(worker, List.of(Jobs.aRunningJob(worker))))
                .containsExactly(kept);
        assertThat(jobs().queue().held(Jobs.aWorker(), List.of())).isEmpty();
    }

    @Test
    default void a_worker_has_lost_what_it_does_not_hold_any_more() {
        var worker = aLiveWorker();
        var kept = running(ALICE, worker);
        var cancelled = running(ALICE, worker);
        saved(cancelled.cancel(now()));
        var deleted = running(BOB, worker);
        jobs().store().delete(saved(Jobs.completion(deleted, now())));
        var takenOver = running(BOB, worker);
        saved(saved(takenOver.release(now())).start(aLiveWorker(), now()));
        var held = List.of(kept, cancelled, deleted, takenOver);

        assertThat(jobs().queue().lost(worker, held))
                .containsExactlyInAnyOrder(cancelled.id(), deleted.id(), takenOver.id());
        assertThat(jobs().queue().lost(worker, List.of())).isEmpty();
    }

    @Test
    default void a_worker_that_got_its_job_back_has_lost_the_earlier_attempt() {
        var worker = aLiveWorker();
        var earlier = running(ALICE, worker);
        var later = saved(saved(earlier.release(now())).start(worker, now()));

        assertThat(jobs().queue().lost(worker, List.of(earlier))).containsExactly(earlier.id());
        assertThat(jobs().queue().lost(worker, List.of(later))).isEmpty();
    }

    @Test
    default void jobs_of_a_silent_worker_are_abandoned_and_those_of_a_live_one_never() {
        var silent = aLiveWorker();
        var live = aLiveWorker();
        var left = running(ALICE, silent);
        running(ALICE, live);
        completed(ALICE);
        added(by(ALICE));
        assertThat(jobs().queue().abandoned(10)).isEmpty();

        jobs().endLease(silent);
        jobs().workers().beat(live);

        assertThat(jobs().queue().abandoned(10)).containsExactly(left);
    }

    @Test
    default void jobs_of_a_worker_that_left_or_never_was_are_abandoned() {
        var gone = aLiveWorker();
        var left = running(ALICE, gone);
        jobs().workers().leave(gone);
        var strange = running(BOB, Jobs.aWorker());

        assertThat(jobs().queue().abandoned(10)).containsExactlyInAnyOrder(left, strange);
    }

    @Test
    default void abandoned_jobs_are_found_a_few_at_a_time_and_once_settled_no_more() {
        var silent = aLiveWorker();
        for (int n = 0; n < 3; n++) {
            running(ALICE, silent);
        }
        jobs().endLease(silent);
        assertThat(jobs().queue().abandoned(2)).hasSize(2);

        jobs().queue().abandoned(10).forEach(job -> saved(Jobs.failure(job, now())));

        assertThat(jobs().queue().abandoned(10)).isEmpty();
    }

    @Test
    default void a_silent_worker_that_beats_again_keeps_its_jobs() {
        var worker = aLiveWorker();
        running(ALICE, worker);
        jobs().endLease(worker);

        assertThat(jobs().workers().beat(worker)).isTrue();

        assertThat(jobs().queue().abandoned(10)).isEmpty();
    }

    @Test
    default void queued_jobs_past_their_time_to_start_are_expired() {
        var past = now().minusSeconds(1);
        var due = added(by(ALICE).startingBy(past));
        var delayed = added(by(BOB).startingBy(past).notBefore(now().plusSeconds(3600)));
        added(by(ALICE).startingBy(now().plusSeconds(3600)));
        added(by(ALICE));
        var started = by(ALICE).startingBy(now().plusSeconds(3600));
        saved(added(started).start(aLiveWorker(), now()));

        assertThat(jobs().queue().expired(10)).containsExactlyInAnyOrder(due, delayed);
        assertThat(jobs().queue().expired(1)).hasSize(1);
    }

    @Test
    default void an_expired_job_that_was_settled_is_found_no_more() {
        var job = added(by(ALICE).startingBy(now().minusSeconds(1)));

        saved(job.expire(now()));

        assertThat(jobs().queue().expired(10)).isEmpty();
    }

    @Test
    default void a_claimed_job_belongs_to_its_claimer() {
        added(by(ALICE));
        var claimer = aLiveWorker();

        var claimed = jobs().queue().claim(claimer, 1);

        assertThat(jobs().queue().lost(claimer, claimed)).isEmpty();
        assertThat(jobs().queue().lost(aLiveWorker(), claimed)).hasSize(1);
    }
}
