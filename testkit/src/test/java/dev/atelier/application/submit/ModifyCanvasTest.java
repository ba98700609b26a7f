package dev.atelier.application.submit;

import static dev.atelier.testkit.Jobs.ALICE;
import static dev.atelier.testkit.Jobs.BOB;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.application.port.in.CanvasNotFound;
import dev.atelier.application.port.in.SubmitJob;
import dev.atelier.application.port.in.SubmitJob.Command;
import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.job.IdempotencyKey;
import dev.atelier.domain.job.JobRequest.ModifyCanvas;
import dev.atelier.domain.job.Terms;
import dev.atelier.domain.job.UserId;
import dev.atelier.testkit.Briefs;
import dev.atelier.testkit.JobIds;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.MutableClock;
import dev.atelier.testkit.fakes.InMemoryJobs;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;

/// A job that changes a canvas is taken on if its owner has that canvas.
final class ModifyCanvasTest {

    private static final IdempotencyKey KEY = new IdempotencyKey("once");

    private final MutableClock clock = MutableClock.atNoon();
    private final InMemoryJobs jobs = new InMemoryJobs(clock, Duration.ofSeconds(30));
    private final SubmitJob submitJob =
            new SubmitJobService(jobs.store(), jobs.canvases(), new JobIds(clock), clock, 3);
    private final CanvasId canvas = drawnByAlice();

    private CanvasId drawnByAlice() {
        var submission = Jobs.submission();
        var started = submission.job().start(Jobs.aWorker(), Jobs.NOON);
        jobs.store().add(submission);
        jobs.store().save(started);
        jobs.store().save(Jobs.completion(started.job(), Jobs.NOON));
        return Jobs.canvasOf(submission.job());
    }

    private SubmitJob.Receipt modify(UserId owner, CanvasId id, @Nullable IdempotencyKey key) {
        var request = new ModifyCanvas(Briefs.onto(id));
        return submitJob.submit(new Command(owner, request, Terms.USUAL, key));
    }

    @Test
    void is_taken_on_for_a_canvas_of_the_users_own() {
        assertThat(modify(ALICE, canvas, null).job().request().target()).isEqualTo(canvas);
    }

    @Test
    void is_refused_for_a_canvas_that_is_not_there_or_is_someone_elses() {
        assertThatThrownBy(() -> modify(ALICE, new CanvasId("none"), null))
                .isInstanceOf(CanvasNotFound.class);
        assertThatThrownBy(() -> modify(BOB, canvas, KEY)).isInstanceOf(CanvasNotFound.class);
    }

    @Test
    void a_repeat_gets_the_first_job_though_the_canvas_is_gone() {
        var first = modify(ALICE, canvas, KEY);
        jobs.canvases().delete(canvas, ALICE);

        var again = modify(ALICE, canvas, KEY);

        assertThat(again.replayed()).isTrue();
        assertThat(again.job()).isEqualTo(first.job());
    }
}
