package dev.atelier.testkit.contract;

import static dev.atelier.testkit.Jobs.ALICE;
import static dev.atelier.testkit.Jobs.BOB;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.application.port.out.Retention;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.UserId;
import dev.atelier.testkit.Jobs;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/// Old ended jobs go, a few at a time; all else stays.
public interface JobRetentionContract extends JobsContract {

    Duration WEEK = Duration.ofDays(7);

    private AIJob runningSince(UserId owner, Duration age) {
        var then = now().minus(age);
        return saved(added(by(owner).at(then)).start(aLiveWorker(), then));
    }

    private AIJob completedAgo(UserId owner, Duration age) {
        return saved(Jobs.completion(runningSince(owner, age), now().minus(age)));
    }

    private boolean isThere(AIJob job) {
        return jobs().store().find(job.id(), job.owner()).isPresent();
    }

    @Test
    default void jobs_that_ended_long_ago_go_however_they_ended() {
        var age = WEEK.plusHours(1);
        var completed = completedAgo(ALICE, age);
        var failed = saved(Jobs.failure(runningSince(BOB, age), now().minus(age)));
        var cancelled = saved(runningSince(BOB, age).cancel(now().minus(age)));

        assertThat(jobs().retention().purge(WEEK, 100)).isEqualTo(3);

        assertThat(List.of(completed, failed, cancelled)).noneMatch(this::isThere);
        assertThat(jobs().retention().purge(WEEK, 100)).isZero();
    }

    private AIJob failedAgo(UserId owner, Duration age) {
        return saved(Jobs.failure(runningSince(owner, age), now().minus(age)));
    }

    private AIJob cancelledAgo(UserId owner, Duration age) {
        return saved(runningSince(owner, age).cancel(now().minus(age)));
    }

    @Test
    default void each_state_is_kept_as_long_as_it_is_told() {
        var age = WEEK.plusHours(1);
        var completed = completedAgo(ALICE, age);
        var failed = failedAgo(BOB, age);
        var cancelled = cancelledAgo(ALICE, age);
        var month = Duration.ofDays(30);

        assertThat(purged(new Retention(month, month, WEEK), 100)).isEqualTo(1);
        assertThat(List.of(completed, failed)).allMatch(this::isThere);
        assertThat(isThere(cancelled)).isFalse();

        assertThat(purged(new Retention(month, WEEK, month), 100)).isEqualTo(1);
        assertThat(isThere(completed)).isTrue();
        assertThat(isThere(failed)).isFalse();

        assertThat(purged(new Retention(WEEK, month, month), 100)).isEqualTo(1);
        assertThat(isThere(completed)).isFalse();
    }

    private int purged(Retention kept, int limit) {
        return jobs().retention().purge(kept, limit);
    }

    @Test
    default void what_is_kept_longer_is_not_in_the_way_of_the_rest() {
        for (int n = 0; n < 5; n++) {
            completedAgo(ALICE, WEEK.plusHours(n + 9));
        }
        var failed = List.of(failedAgo(BOB, WEEK.plusHours(1)), failedAgo(BOB, WEEK.plusHours(2)));

        assertThat(purged(new Retention(WEEK.multipliedBy(2), WEEK, WEEK), 2)).isEqualTo(2);

        assertThat(failed).noneMatch(this::isThere);
    }

    @Test
    default void no_more_go_at_once_than_the_limit_says_however_they_ended() {
        for (int n = 0; n < 2; n++) {
            completedAgo(ALICE, WEEK.plusHours(n + 1));
            failedAgo(BOB, WEEK.plusHours(n + 1));
            cancelledAgo(BOB, WEEK.plusHours(n + 1));
        }

        assertThat(purged(Retention.of(WEEK), 4)).isEqualTo(4);
        assertThat(purged(Retention.of(WEEK), 4)).isEqualTo(2);
        assertThat(purged(Retention.of(WEEK), 4)).isZero();
    }

    @Test
    default void what_has_not_ended_for_long_enough_stays_whatever_its_age() {
        var age = WEEK.plusDays(30);
        var endedLately = saved(runningSince(ALICE, age).cancel(now()));
        var running = runningSince(ALICE, age);
        var waiting = added(by(ALICE).at(now().minus(age)));
        var young = completedAgo(ALICE, WEEK.minusHours(1));

        assertThat(purged(Retention.of(WEEK), 100)).isZero();

        assertThat(List.of(endedLately, running, waiting, young)).allMatch(this::isThere);
    }

    @Test
    default void an_age_beyond_all_time_keeps_everything() {
        var old = completedAgo(ALICE, WEEK);

        assertThat(purged(Retention.of(Duration.ofDays(36_500)), 100)).isZero();

        assertThat(isThere(old)).isTrue();
    }

    @Test
    default void young_jobs_and_those_that_have_not_ended_stay() {
        var age = WEEK.plusDays(30);
        var young = completedAgo(ALICE, WEEK.minusHours(1));
        var waiting = added(by(ALICE).at(now().minus(age)));
        var running = runningSince(ALICE, age);
        var endedLately = saved(runningSince(ALICE, age).cancel(now()));
        var retried = saved(saved(runningSince(ALICE, age).cancel(now().minus(age))).retry(now()));

        assertThat(jobs().retention().purge(WEEK, 100)).isZero();

        assertThat(List.of(young, waiting, running, endedLately, retried)).allMatch(this::isThere);
    }

    @Test
    default void no_more_go_at_once_than_the_limit_says() {
        for (int n = 0; n < 5; n++) {
            completedAgo(ALICE, WEEK.plusHours(n + 1));
        }

        assertThat(jobs().retention().purge(WEEK, 2)).isEqualTo(2);
        assertThat(jobs().retention().purge(ALICE, WEEK, 2)).isEqualTo(2);
        assertThat(jobs().retention().purge(WEEK, 2)).isEqualTo(1);
    }

    @Test
    default void a_user_purges_their_own_jobs_only() {
        var mine = completedAgo(ALICE, WEEK.plusHours(1));
        var other = completedAgo(BOB, WEEK.plusHours(1));

        assertThat(jobs().retention().purge(ALICE, WEEK, 100)).isEqualTo(1);

        assertThat(isThere(mine)).isFalse();
        assertThat(isThere(other)).isTrue();
    }

    @Test
    default void an_age_of_nothing_means_every_ended_job() {
        var done = completedAgo(ALICE, Duration.ofSeconds(1));
        var waiting = added(by(ALICE));

        assertThat(jobs().retention().purge(ALICE, Duration.ZERO, 100)).isEqualTo(1);

        assertThat(isThere(done)).isFalse();
        assertThat(isThere(waiting)).isTrue();
    }

    @Test
    default void a_canvas_outlives_the_job_that_drew_it() {
        var job = completedAgo(ALICE, WEEK.plusHours(1));

        jobs().retention().purge(WEEK, 100);

        assertThat(jobs().store().design(job.id(), ALICE)).isEmpty();
        assertThat(jobs().catalogue().details(job.id(), ALICE)).isEmpty();
        assertThat(jobs().canvases().find(Jobs.canvasOf(job), ALICE)).isPresent();
    }

    @Test
    default void purges_at_the_same_moment_delete_each_job_once() {
        for (int n = 0; n < 12; n++) {
            completedAgo(ALICE, WEEK.plusHours(1));
        }

        var deleted = Together.call(3, _ -> jobs().retention().purge(WEEK, 100));

        assertThat(deleted.stream().mapToInt(Integer::intValue).sum()).isEqualTo(12);
    }

    @Test
    default void chores_at_the_same_moment_delete_each_job_once() {
        for (int n = 0; n < 6; n++) {
            completedAgo(ALICE, WEEK.plusHours(1));
            failedAgo(BOB, WEEK.plusHours(1));
        }

        var deleted = Together.call(3, _ -> purged(Retention.of(WEEK), 100));

        assertThat(deleted.stream().mapToInt(Integer::intValue).sum()).isEqualTo(12);
    }
}
