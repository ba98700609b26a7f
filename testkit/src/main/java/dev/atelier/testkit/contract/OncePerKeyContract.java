package dev.atelier.testkit.contract;

import static dev.atelier.testkit.Jobs.ALICE;
import static dev.atelier.testkit.Jobs.BOB;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.application.port.in.JobQueries.PageRequest;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.IdempotencyKey;
import dev.atelier.domain.job.UserId;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/// Submitting twice under one key is the same as submitting once, for a day.
public interface OncePerKeyContract extends JobsContract {

    IdempotencyKey KEY = new IdempotencyKey("order-'7'");

    private AIJob addedOnce(UserId owner, IdempotencyKey key) {
        return jobs().store().addOnce(key, by(owner).made());
    }

    private List<AIJob> all(UserId owner) {
        var everything = new PageRequest(owner, Set.of(), null, null, null, 0, 100);
        return jobs().catalogue().page(everything).jobs().stream().map(it -> it.job()).toList();
    }

    @Test
    default void the_first_use_of_a_key_stores_the_job() {
        var submission = by(ALICE).made();

        assertThat(jobs().store().addOnce(KEY, submission)).isEqualTo(submission.job());

        assertThat(found(submission.job())).isEqualTo(submission.job());
    }

    @Test
    default void a_second_use_returns_the_first_job_as_it_stands() {
        var first = addedOnce(ALICE, KEY);
        var started = saved(first.start(aLiveWorker(), now()));

        assertThat(addedOnce(ALICE, KEY)).isEqualTo(started);

        assertThat(all(ALICE)).containsExactly(started);
    }

    @Test
    default void who_used_a_key_first_is_known_for_a_day_and_to_its_owner_alone() {
        var first = addedOnce(ALICE, KEY);

        assertThat(jobs().store().firstUnder(KEY, ALICE)).contains(first);
        assertThat(jobs().store().firstUnder(KEY, BOB)).isEmpty();

        jobs().backdate(ALICE, KEY, Duration.ofHours(25));
        assertThat(jobs().store().firstUnder(KEY, ALICE)).isEmpty();
    }

    @Test
    default void many_uses_at_once_store_one_job() {
        var answers = Together.call(32, _ -> addedOnce(ALICE, KEY));

        assertThat(Set.copyOf(answers)).hasSize(1);
        assertThat(all(ALICE)).containsExactly(answers.getFirst());
        assertThat(jobs().catalogue().stats(ALICE).total()).isEqualTo(1);
    }

    @Test
    default void another_key_and_another_owner_are_another_submission() {
        var first = addedOnce(ALICE, KEY);
        var otherKey = addedOnce(ALICE, new IdempotencyKey("order-8"));
        var otherOwner = addedOnce(BOB, KEY);

        assertThat(all(ALICE)).containsExactlyInAnyOrder(first, otherKey);
        assertThat(all(BOB)).containsExactly(otherOwner);
    }

    @Test
    default void a_key_is_free_again_after_a_day() {
        var first = addedOnce(ALICE, KEY);
        jobs().backdate(ALICE, KEY, Duration.ofHours(23));
        assertThat(addedOnce(ALICE, KEY)).isEqualTo(first);

        jobs().backdate(ALICE, KEY, Duration.ofHours(25));
        var second = addedOnce(ALICE, KEY);

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(addedOnce(ALICE, KEY)).isEqualTo(second);
    }

    @Test
    default void a_key_goes_with_its_job() {
        var first = addedOnce(ALICE, KEY);
        jobs().store().delete(saved(first.cancel(now())));

        assertThat(addedOnce(ALICE, KEY).id()).isNotEqualTo(first.id());
    }

    @Test
    default void old_keys_are_purged_a_few_at_a_time_and_young_ones_kept() {
        for (int n = 0; n < 3; n++) {
            var old = new IdempotencyKey("old-" + n);
            addedOnce(ALICE, old);
            jobs().backdate(ALICE, old, Duration.ofHours(25));
        }
        var kept = addedOnce(ALICE, KEY);

        assertThat(jobs().retention().purgeKeys(2)).isEqualTo(2);
        assertThat(jobs().retention().purgeKeys(2)).isEqualTo(1);
        assertThat(jobs().retention().purgeKeys(2)).isZero();

        assertThat(addedOnce(ALICE, KEY)).isEqualTo(kept);
        assertThat(all(ALICE)).hasSize(4);
    }
}
