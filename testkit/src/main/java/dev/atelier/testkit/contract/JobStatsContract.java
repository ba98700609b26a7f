package dev.atelier.testkit.contract;

import static dev.atelier.testkit.Jobs.ALICE;
import static dev.atelier.testkit.Jobs.BOB;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.application.port.in.JobStats;
import dev.atelier.application.port.out.StaleJob;
import dev.atelier.domain.job.IdempotencyKey;
import dev.atelier.domain.job.UserId;
import dev.atelier.testkit.Jobs;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/// Counts add up, whichever way a job came to where it is.
public interface JobStatsContract extends JobsContract {

    /// Queued, processing, completed, failed, cancelled.
    private static List<Long> counts(JobStats stats) {
        return List.of(
                stats.queued(),
                stats.processing(),
                stats.completed(),
                stats.failed(),
                stats.cancelled());
    }

    private void requireCounts(long queued, long running, long done, long failed, long cancelled) {
        var expected = List.of(queued, running, done, failed, cancelled);
        assertThat(counts(jobs().catalogue().stats(ALICE))).isEqualTo(expected);
        assertThat(counts(jobs().catalogue().statsOfAll())).isEqualTo(expected);
    }

    @Test
    default void nothing_counts_nothing() {
        var stats = jobs().catalogue().stats(ALICE);

        requireCounts(0, 0, 0, 0, 0);
        assertThat(stats.averageProcessingSeconds()).isNull();
        assertThat(stats.p50ProcessingSeconds()).isNull();
        assertThat(stats.p95ProcessingSeconds()).isNull();
        assertThat(stats.averageWaitSeconds()).isNull();
        assertThat(stats.oldestQueuedSeconds()).isNull();
    }

    @Test
    default void a_job_is_counted_where_it_stands() {
        var worker = aLiveWorker();
        added(by(ALICE));
        requireCounts(1, 0, 0, 0, 0);
        var job = jobs().queue().claim(worker, 1).getFirst();
        requireCounts(0, 1, 0, 0, 0);
        job = saved(job.release(now()));
        requireCounts(1, 0, 0, 0, 0);
        job = saved(job.start(worker, now()));
        requireCounts(0, 1, 0, 0, 0);
        job = saved(Jobs.requeue(job, now().minusSeconds(1), now()));
        requireCounts(1, 0, 0, 0, 0);
        job = saved(job.start(worker, now()));
        job = saved(Jobs.failure(job, now()));
        requireCounts(0, 0, 0, 1, 0);
        job = saved(job.retry(now()));
        requireCounts(1, 0, 0, 0, 0);
        job = saved(job.cancel(now()));
        requireCounts(0, 0, 0, 0, 1);
        job = saved(saved(job.retry(now())).start(worker, now()));
        requireCounts(0, 1, 0, 0, 0);
        job = saved(job.cancel(now()));
        requireCounts(0, 0, 0, 0, 1);
        job = saved(saved(job.retry(now())).start(worker, now()));
        job = saved(Jobs.completion(job, now()));
        requireCounts(0, 0, 1, 0, 0);
        jobs().store().delete(job);
        requireCounts(0, 0, 0, 0, 0);
    }

    @Test
    default void an_expired_job_counts_as_failed() {
        var job = added(by(ALICE).startingBy(now().minusSeconds(1)));

        saved(job.expire(now()));

        requireCounts(0, 0, 0, 1, 0);
    }

    @Test
    default void many_writes_at_once_are_all_counted() {
        var all = added(40, by(ALICE));
        Together.call(20, n -> saved(all.get(n).cancel(now())));

        requireCounts(20, 0, 0, 0, 20);
    }

    @Test
    default void a_repeat_and_a_refused_write_count_nothing() {
        var key = new IdempotencyKey("once");
        var job = jobs().store().addOnce(key, by(ALICE).made());
        jobs().store().addOnce(key, by(ALICE).made());
        saved(job.cancel(now()));

        assertThatThrownBy(() -> saved(job.start(aLiveWorker(), now())))
                .isInstanceOf(StaleJob.class);

        requireCounts(0, 0, 0, 0, 1);
    }

    @Test
    default void purged_jobs_are_not_counted() {
        var longAgo = now().minus(Duration.ofDays(9));
        for (int n = 0; n < 3; n++) {
            saved(added(by(ALICE).at(longAgo)).cancel(longAgo));
        }
        completed(ALICE);

        jobs().retention().purge(Duration.ofDays(7), 2);

        requireCounts(0, 0, 1, 0, 1);
    }

    @Test
    default void each_user_has_counts_of_their_own_and_all_have_their_sum() {
        completed(ALICE);
        added(by(ALICE));
        completed(BOB);

        assertThat(counts(jobs().catalogue().stats(ALICE))).isEqualTo(List.of(1L, 0L, 1L, 0L, 0L));
        assertThat(counts(jobs().catalogue().stats(BOB))).isEqualTo(List.of(0L, 0L, 1L, 0L, 0L));
        assertThat(counts(jobs().catalogue().statsOfAll())).isEqualTo(List.of(1L, 0L, 2L, 0L, 0L));
        var stranger = jobs().catalogue().stats(new UserId("stranger"));
        assertThat(stranger.total()).isZero();
    }

    @Test
    default void success_is_what_completed_of_all_that_completed_or_failed() {
        for (int n = 0; n < 3; n++) {
            completed(ALICE);
        }
        saved(Jobs.failure(running(ALICE, aLiveWorker()), now()));
        saved(added(by(ALICE)).cancel(now()));

        assertThat(jobs().catalogue().stats(ALICE).successRate()).isEqualTo(75.0);
    }

    /// A node knows the database's time to half a round trip.
    @Test
    default void the_oldest_queued_job_is_told_by_how_long_it_has_been_due() {
        added(by(ALICE).at(now().minusSeconds(600)));
        added(by(ALICE));
        var delayed = added(by(BOB).notBefore(now().plusSeconds(3600)));

        assertThat(jobs().catalogue().stats(ALICE).oldestQueuedSeconds()).isBetween(599.8, 660.0);
        assertThat(jobs().catalogue().statsOfAll().oldestQueuedSeconds()).isBetween(599.8, 660.0);
        assertThat(jobs().catalogue().stats(delayed.owner()).oldestQueuedSeconds()).isNull();
    }
}
