package dev.atelier.testkit.contract;

import static dev.atelier.testkit.Jobs.ALICE;
import static dev.atelier.testkit.Jobs.BOB;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.application.port.in.PastEvent;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.Transition;
import dev.atelier.testkit.Jobs;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/// What happened to a job is remembered as it was told.
public interface JobHistoryContract extends JobsContract {

    private List<PastEvent> history(AIJob job) {
        return jobs().catalogue().history(job.id(), job.owner(), 1000);
    }

    private AIJob saved(Transition transition, List<PastEvent> expected) {
        expected.add(PastEvent.of(transition));
        return saved(transition);
    }

    @Test
    default void every_event_is_told_in_its_order_with_all_that_belongs_to_it() {
        var submission = by(ALICE).notBefore(now().plusSeconds(60)).made();
        var expected = new ArrayList<>(List.of(PastEvent.of(submission)));
        jobs().store().add(submission);
        var job = saved(submission.job().cancel(now()), expected);
        job = saved(job.retry(now()), expected);
        job = saved(job.start(aLiveWorker(), now()), expected);
        job = saved(job.release(now()), expected);
        job = saved(job.start(aLiveWorker(), now()), expected);
        job = saved(Jobs.requeue(job, now().plusSeconds(3), now()), expected);
        job = saved(job.cancel(now()), expected);
        job = saved(job.retry(now()), expected);
        job = saved(job.start(aLiveWorker(), now()), expected);
        job = saved(Jobs.failure(job, now()), expected);
        job = saved(job.retry(now()), expected);
        job = saved(job.start(aLiveWorker(), now()), expected);
        job = saved(Jobs.completion(job, now()), expected);

        assertThat(history(job)).isEqualTo(expected);
        assertThat(history(job).getFirst().due()).isNotNull();
        assertThat(history(job).getLast().drawn()).isNotNull();
    }

    @Test
    default void the_last_events_are_told_where_there_are_too_many() {
        var job = saved(added(by(ALICE)).cancel(now()));
        job = saved(job.retry(now()));

        assertThat(jobs().catalogue().history(job.id(), ALICE, 2))
                .extracting(PastEvent::word)
                .containsExactly("cancelled", "retried");
    }

    @Test
    default void a_job_of_someone_else_has_no_history() {
        var job = added(by(ALICE));

        assertThat(history(job)).hasSize(1);
        assertThat(jobs().catalogue().history(job.id(), BOB, 1000)).isEmpty();
    }
}
