package dev.atelier.testkit.contract;

import static dev.atelier.testkit.Jobs.ALICE;
import static dev.atelier.testkit.Jobs.BOB;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.out.JobLog.Trace;
import dev.atelier.application.port.out.ProgressBoard.Said;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.job.AIJob;
import dev.atelier.testkit.Designs;
import dev.atelier.testkit.Jobs;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a running attempt has drawn so far is seen by its owner while it runs, and by nobody else.
public interface ProgressBoardContract extends JobsContract {

    private Optional<CanvasDesign> partial(AIJob job) {
        return jobs().progress().partial(job.id(), job.owner());
    }

    @Test
    default void the_latest_partial_design_is_seen_while_the_job_runs() {
        var job = running(ALICE, aLiveWorker());
        assertThat(partial(job)).isEmpty();

        jobs().progress().show(job, Designs.oneBox("First"));
        jobs().progress().show(job, Designs.aFlow());

        assertThat(partial(job)).contains(Designs.aFlow());
        assertThat(jobs().progress().partial(job.id(), BOB)).isEmpty();
    }

    @Test
    default void nothing_partial_is_left_once_the_job_has_ended() {
        var job = running(ALICE, aLiveWorker());
        jobs().progress().show(job, Designs.aFlow());

        saved(Jobs.completion(job, now()));

        assertThat(partial(job)).isEmpty();
    }

    @Test
    default void a_new_attempt_begins_with_an_empty_sheet() {
        var first = running(ALICE, aLiveWorker());
        jobs().progress().show(first, Designs.aFlow());
        var again = saved(Jobs.requeue(first, now().minusSeconds(1), now()));
        assertThat(partial(again)).isEmpty();

        var second = saved(again.start(aLiveWorker(), now()));
        assertThat(partial(second)).isEmpty();

        jobs().progress().show(first, Designs.oneBox("Late"));
        assertThat(partial(second)).isEmpty();
        jobs().progress().show(second, new Progress(10, "Thinking"));
        assertThat(partial(second)).isEmpty();
        jobs().progress().show(second, Designs.oneBox("New"));
        assertThat(partial(second)).contains(Designs.oneBox("New"));
    }

    @Test
    default void words_and_pictures_do_not_wipe_each_other() {
        var job = running(ALICE, aLiveWorker());
        var words = new Progress(40, "Drawing");

        jobs().progress().show(job, Designs.aFlow());
        jobs().progress().show(job, words);
        jobs().progress().show(job, Designs.oneBox("Next"));

        assertThat(partial(job)).contains(Designs.oneBox("Next"));
        assertThat(jobs().catalogue().details(job.id(), ALICE).orElseThrow().progress())
                .isEqualTo(words);
    }

    @Test
    default void what_running_jobs_said_and_drew_last_is_read_at_once() {
        var worker = aLiveWorker();
        var both = running(ALICE, worker);
        var saying = running(ALICE, worker);
        var drawing = running(BOB, worker);
        var silent = running(ALICE, worker);
        var words = new Progress(40, "Drawing");
        jobs().progress().show(both, new Progress(10, "Thinking"));
        jobs().progress().show(both, words);
        jobs().progress().show(both, Designs.aFlow());
        jobs().progress().show(saying, words);
        jobs().progress().show(drawing, Designs.oneBox("Mine"));

        assertThat(latest(both, saying, drawing, silent))
                .containsExactlyInAnyOrder(
                        new Said(trace(both), both.version(), words, Designs.aFlow()),
                        new Said(trace(saying), saying.version(), words, null),
                        new Said(trace(drawing), drawing.version(), null, Designs.oneBox("Mine")));
        assertThat(jobs().progress().latest(List.of(new Trace(BOB, both.id())))).isEmpty();
        assertThat(jobs().progress().latest(List.of())).isEmpty();
    }

    @Test
    default void what_many_attempts_say_and_draw_at_once_is_all_read() {
        var worker = aLiveWorker();
        var many = Together.call(20, _ -> running(ALICE, worker));
        var words = new Progress(40, "Drawing");

        Together.call(
                40,
                n -> {
                    var job = many.get(n / 2);
                    if (n % 2 == 0) {
                        jobs().progress().show(job, words);
                    } else {
                        jobs().progress().show(job, Designs.aFlow());
                    }
                    return n;
                });

        assertThat(latest(many.toArray(AIJob[]::new)))
                .hasSize(20)
                .allMatch(said -> words.equals(said.progress()))
                .allMatch(said -> Designs.aFlow().equals(said.soFar()));
    }

    @Test
    default void what_an_attempt_said_that_is_over_is_not_read() {
        var first = running(ALICE, aLiveWorker());
        jobs().progress().show(first, new Progress(40, "Drawing"));
        jobs().progress().show(first, Designs.aFlow());

        var again = saved(Jobs.requeue(first, now().minusSeconds(1), now()));
        assertThat(latest(again)).isEmpty();

        var second = saved(again.start(aLiveWorker(), now()));
        assertThat(latest(second)).isEmpty();
        jobs().progress().show(second, new Progress(5, "Again"));
        assertThat(latest(second))
                .containsExactly(
                        new Said(trace(second), second.version(), new Progress(5, "Again"), null));

        assertThat(latest(saved(Jobs.completion(second, now())))).isEmpty();
    }

    private List<Said> latest(AIJob... asked) {
        return jobs().progress()
                .latest(Arrays.stream(asked).map(ProgressBoardContract::trace).toList());
    }

    private static Trace trace(AIJob job) {
        return new Trace(job.owner(), job.id());
    }
}
