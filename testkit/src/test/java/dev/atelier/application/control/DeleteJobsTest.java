package dev.atelier.application.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.application.InterceptedStore;
import dev.atelier.application.InterceptedStore.Call;
import dev.atelier.application.port.in.DeleteJobs;
import dev.atelier.application.port.in.JobNotFound;
import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.IllegalTransition;
import dev.atelier.domain.job.UserId;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.MutableClock;
import dev.atelier.testkit.Submission;
import dev.atelier.testkit.fakes.InMemoryJobs;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class DeleteJobsTest {

    private static final Duration WEEK = Duration.ofDays(7);

    private final MutableClock clock = MutableClock.atNoon();
    private final InMemoryJobs jobs = new InMemoryJobs(clock, Duration.ofSeconds(30));
    private final InterceptedStore store = new InterceptedStore(jobs.store());
    private final DeleteJobs deleteJobs = new DeleteJobsService(store, jobs.retention());

    @Test
    void forgets_an_ended_job() {
        var job = ended(Jobs.ALICE);

        deleteJobs.delete(job.id(), job.owner());

        assertThat(jobs.store().find(job.id(), job.owner())).isEmpty();
    }

    @Test
    void keeps_the_canvas_that_the_job_made() {
        jobs.store().add(Jobs.submission());
        var done = Jobs.completion(claim(), Jobs.NOON);
        jobs.store().save(done);

        deleteJobs.delete(done.job().id(), Jobs.ALICE);

        var canvas = new CanvasId(done.job().id().toString());
        assertThat(jobs.canvases().find(canvas, Jobs.ALICE)).isPresent();
    }

    @Test
    void refuses_a_job_that_has_not_ended() {
        var submission = Jobs.submission();
        jobs.store().add(submission);
        var id = submission.job().id();

        assertThatThrownBy(() -> deleteJobs.delete(id, Jobs.ALICE))
                .isInstanceOf(IllegalTransition.class);
        claim();
        assertThatThrownBy(() -> deleteJobs.delete(id, Jobs.ALICE))
                .isInstanceOf(IllegalTransition.class);
        assertThat(jobs.store().find(id, Jobs.ALICE)).isPresent();
    }

    @Test
    void overtaken_by_a_retry_it_refuses() {
        var job = ended(Jobs.ALICE);
        store.before(Call.DELETE, () -> jobs.store().save(job.retry(Jobs.NOON)));

        assertThatThrownBy(() -> deleteJobs.delete(job.id(), job.owner()))
                .isInstanceOf(IllegalTransition.class);
        assertThat(jobs.store().find(job.id(), job.owner())).isPresent();
    }

    @Test
    void a_job_of_someone_else_is_not_found() {
        var job = ended(Jobs.ALICE);

        assertThatThrownBy(() -> deleteJobs.delete(job.id(), Jobs.BOB))
                .isInstanceOf(JobNotFound.class);
    }

    @Test
    void cleans_up_all_that_ended_long_ago_however_many_batches_that_takes() {
        for (int n = 0; n < 1_203; n++) {
            ended(Jobs.ALICE);
        }
        clock.pushForward(WEEK.plusSeconds(1));
        var young = ended(Jobs.ALICE);
        var waiting = Submission.by(Jobs.ALICE).made();
        jobs.store().add(waiting);

        assertThat(deleteJobs.cleanUp(Jobs.ALICE, WEEK)).isEqualTo(1_203);
        assertThat(jobs.store().find(young.id(), Jobs.ALICE)).isPresent();
        assertThat(jobs.store().find(waiting.job().id(), Jobs.ALICE)).isPresent();
    }

    @Test
    void cleans_up_after_one_user_only() {
        ended(Jobs.ALICE);
        var bobs = ended(Jobs.BOB);
        clock.pushForward(WEEK.plusSeconds(1));

        assertThat(deleteJobs.cleanUp(Jobs.ALICE, WEEK)).isEqualTo(1);
        assertThat(jobs.store().find(bobs.id(), Jobs.BOB)).isPresent();
    }

    @Test
    void cleans_up_after_everybody() {
        ended(Jobs.ALICE);
        ended(Jobs.BOB);
        clock.pushForward(WEEK.plusSeconds(1));

        assertThat(deleteJobs.cleanUpAll(WEEK)).isEqualTo(2);
        assertThat(deleteJobs.cleanUpAll(WEEK)).isZero();
    }

    private AIJob ended(UserId owner) {
        var submission = Submission.by(owner).at(clock.instant()).made();
        jobs.store().add(submission);
        var cancelled = submission.job().cancel(clock.instant());
        jobs.store().save(cancelled);
        return cancelled.job();
    }

    private AIJob claim() {
        return jobs.queue().claim(Jobs.aWorker(), 1).getFirst();
    }
}
