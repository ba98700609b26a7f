package dev.atelier.testkit.contract;

import static dev.atelier.testkit.Jobs.ALICE;
import static dev.atelier.testkit.Jobs.BOB;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.application.port.in.JobDetails;
import dev.atelier.application.port.in.JobDetails.Reason;
import dev.atelier.application.port.in.JobDetails.Waiting;
import dev.atelier.application.port.in.JobQueries.PageRequest;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobId;
import dev.atelier.testkit.Jobs;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Why a queued job waits, and for how many others.
public interface WaitingContract extends JobsContract {

    private static Waiting waiting(JobsUnderTest jobs, AIJob job) {
        var details = jobs.catalogue().details(job.id(), job.owner()).orElseThrow();
        return Objects.requireNonNull(details.waiting());
    }

    private Waiting waiting(AIJob job) {
        return waiting(jobs(), job);
    }

    @Test
    default void a_job_in_the_line_waits_for_those_before_it() {
        var first = added(by(ALICE));
        var second = added(by(ALICE));
        var third = added(by(ALICE));
        var urgent = added(by(ALICE).withPriority(1));

        assertThat(waiting(urgent)).isEqualTo(new Waiting(Reason.QUEUE, null, 0, null));
        assertThat(waiting(first).position()).isEqualTo(1);
        assertThat(waiting(second).position()).isEqualTo(2);
        assertThat(waiting(third).position()).isEqualTo(3);
    }

    @Test
    default void a_page_of_jobs_says_of_each_how_many_stand_before_it() {
        var first = added(by(ALICE));
        added(2, by(BOB));
        added(by(BOB).withPriority(7));
        var last = added(by(ALICE));
        var urgent = added(by(ALICE).withPriority(7));
        var later = added(by(ALICE).notBefore(now().plusSeconds(3600)));
        var claims = List.of(urgent, first, last);

        var page =
                jobs().catalogue().page(new PageRequest(ALICE, Set.of(), null, null, null, 0, 10));

        assertThat(page.jobs())
                .extracting(it -> it.job().id())
                .containsExactly(later.id(), urgent.id(), last.id(), first.id());
        for (var details : page.jobs()) {
            assertThat(details).isEqualTo(details(details.job().id()));
        }
        assertThat(claims.stream().map(job -> waiting(job).position())).containsExactly(1, 2, 5);
    }

    private JobDetails details(JobId id) {
        return jobs().catalogue().details(id, ALICE).orElseThrow();
    }

    @Test
    default void beyond_a_bound_nobody_counts() {
        var first = added(by(ALICE));
        added(Waiting.MAX_POSITION, by(ALICE));
        var behind = added(by(ALICE));

        assertThat(waiting(behind).position()).isEqualTo(Waiting.MAX_POSITION);
        assertThat(waiting(first).position()).isZero();
    }

    @Test
    default void a_position_is_the_place_in_the_order_of_claims() {
        added(5, by(ALICE));
        added(5, by(BOB));
        var last = added(by(BOB));
        var position = Objects.requireNonNull(waiting(last).position());

        var claimed = jobs().queue().claim(aLiveWorker(), 20);

        assertThat(claimed.get(position).id()).isEqualTo(last.id());
    }

    @Test
    default void delayed_jobs_stand_before_nobody() {
        added(by(ALICE).notBefore(now().plusSeconds(3600)).withPriority(5));
        var job = added(by(ALICE));

        assertThat(waiting(job).position()).isZero();
    }

    @Test
    default void a_job_for_later_is_scheduled() {
        var due = now().plusSeconds(3600);

        var waiting = waiting(added(by(ALICE).notBefore(due)));

        assertThat(waiting).isEqualTo(new Waiting(Reason.SCHEDULED, due, null, null));
    }

    @Test
    default void a_failed_attempt_is_followed_by_a_pause() {
        var due = now().plusSeconds(120);
        var queued = saved(Jobs.requeue(running(ALICE, aLiveWorker()), due, now()));

        assertThat(waiting(queued)).isEqualTo(new Waiting(Reason.RETRY_BACKOFF, due, null, null));

        jobs().makeDue(queued);
        assertThat(waiting(queued).reason()).isEqualTo(Reason.QUEUE);
        assertThat(waiting(queued).position()).isZero();
    }

    @Test
    default void a_user_at_the_limit_waits_for_themselves() {
        var limited = jobs().limitedTo(1);
        running(ALICE, aLiveWorker());
        var mine = added(by(ALICE));
        var other = added(by(BOB));

        assertThat(waiting(limited, mine).reason()).isEqualTo(Reason.USER_LIMIT);
        assertThat(waiting(limited, other).reason()).isEqualTo(Reason.QUEUE);
    }

    @Test
    default void a_job_that_runs_or_ended_does_not_wait() {
        var running = running(ALICE, aLiveWorker());
        var done = completed(ALICE);

        assertThat(jobs().catalogue().details(running.id(), ALICE).orElseThrow().waiting())
                .isNull();
        assertThat(jobs().catalogue().details(done.id(), ALICE).orElseThrow().waiting()).isNull();
    }

    @Test
    default void an_estimate_is_given_once_enough_jobs_ran_lately() {
        var worker = aLiveWorker();
        for (int n = 0; n < 20; n++) {
            var started = now().minusSeconds(30);
            var running = saved(added(by(ALICE)).start(worker, started));
            saved(Jobs.completion(running, started.plusSeconds(20)));
        }

        var estimate = Objects.requireNonNull(waiting(added(by(ALICE))).estimatedStart());

        assertThat(estimate.p50()).isAfter(now().minusSeconds(5));
        assertThat(estimate.p90()).isAfterOrEqualTo(estimate.p50());
    }
}
