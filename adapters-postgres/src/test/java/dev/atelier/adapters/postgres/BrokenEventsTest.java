package dev.atelier.adapters.postgres;

import static dev.atelier.testkit.Jobs.ALICE;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.application.port.in.JobMove;
import dev.atelier.application.port.out.JobLog.Trace;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobState.Queued;
import dev.atelier.testkit.contract.JobsContract;

import org.junit.jupiter.api.Test;

import java.util.List;

/// What cannot be read of one job keeps nobody from what can be read of others.
final class BrokenEventsTest extends PostgresTest implements JobsContract {

    @Test
    void a_job_whose_events_are_broken_is_left_out() {
        var before = now().minusSeconds(60);
        var broken = added(by(ALICE));
        var healthy = added(by(ALICE));
        database()
                .execute(
                        "update ai_job_events set type = 'vanished' where job_id = ?",
                        broken.id().value());

        assertThat(jobs().log().moves(List.of(trace(broken), trace(healthy))))
                .extracting(JobMove::job)
                .containsExactly(healthy);
        assertThat(jobs().log().movesAfter(ALICE, before, 10))
                .extracting(JobMove::job)
                .containsExactly(healthy);
    }

    @Test
    void a_job_that_was_set_aside_is_told_as_it_stands_once_it_can_be_read() {
        var job = added(by(ALICE));
        var request =
                database()
                        .texts("select request_data from ai_jobs where id = '" + job.id() + "'")
                        .getFirst();
        setRequest(job, "{\"style\": 7}");
        assertThat(jobs().queue().claim(aLiveWorker(), 1)).isEmpty();

        setRequest(job, request);

        var moves = jobs().log().moves(List.of(trace(job)));
        assertThat(moves).hasSize(3);
        assertThat(moves.getLast().job()).isEqualTo(found(job));
        assertThat(moves.getLast().job().state())
                .isInstanceOfSatisfying(
                        Queued.class, it -> assertThat(it.notBefore()).isAfter(now()));
    }

    private void setRequest(AIJob job, String json) {
        database()
                .execute(
                        "update ai_jobs set request_data = cast(? as jsonb) where id = ?",
                        json,
                        job.id().value());
    }

    private static Trace trace(AIJob job) {
        return new Trace(job.owner(), job.id());
    }
}
