package dev.atelier.testkit.contract;

import static dev.atelier.testkit.Jobs.ALICE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.in.WatchJobs.Update.Drawn;
import dev.atelier.application.port.in.WatchJobs.Update.Progressed;
import dev.atelier.application.port.out.JobFeed;
import dev.atelier.application.port.out.JobLog.Trace;
import dev.atelier.application.port.out.StaleJob;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.IdempotencyKey;
import dev.atelier.domain.job.JobEvent.JobStarted;
import dev.atelier.domain.job.Transition;
import dev.atelier.domain.job.UserId;
import dev.atelier.testkit.Designs;
import dev.atelier.testkit.Jobs;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

/// Whoever follows hears every move that is made here, once it is stored, with all that it brings;
/// and what attempts say meanwhile.
public interface JobFeedContract extends JobsContract {

    @Test
    default void every_move_is_heard_once_it_is_stored() {
        var worker = aLiveWorker();
        var ear = new FeedEar();
        try (var _ = jobs().feed().follow(ear)) {
            var submission = by(ALICE).made();
            jobs().store().add(submission);
            var queued = heard(ear, submission);
            var running = moved(ear, queued.start(worker, now()));
            var released = moved(ear, running.release(now()));
            var again = moved(ear, released.start(worker, now()));
            var requeued = moved(ear, Jobs.requeue(again, now(), now()));
            var cancelled = moved(ear, requeued.cancel(now()));
            var retried = moved(ear, cancelled.retry(now()));
            moved(ear, Jobs.completion(moved(ear, retried.start(worker, now())), now()));
        }
    }

    @Test
    default void a_claim_is_heard_as_a_start() {
        added(by(ALICE));
        var worker = aLiveWorker();
        var ear = new FeedEar();
        try (var _ = jobs().feed().follow(ear)) {
            var claimed = jobs().queue().claim(worker, 1).getFirst();

            var move = ear.nextMove();

            assertThat(move.job()).isEqualTo(claimed);
            assertThat(move.event()).isInstanceOf(JobStarted.class);
            assertThat(jobs().queue().claim(worker, 1)).isEmpty();
            assertThat(ear.hasHeardAll()).isTrue();
        }
    }

    @Test
    default void what_was_not_stored_is_not_heard() {
        var key = new IdempotencyKey("once");
        var first = by(ALICE).made();
        jobs().store().addOnce(key, first);
        var running = running(ALICE, aLiveWorker());
        saved(running.cancel(now()));
        var ear = new FeedEar();
        try (var _ = jobs().feed().follow(ear)) {
            jobs().store().addOnce(key, by(ALICE).made());
            assertThatThrownBy(() -> saved(Jobs.completion(running, now())))
                    .isInstanceOf(StaleJob.class);

            moved(ear, first.job().cancel(now()));
        }
    }

    @Test
    default void progress_and_drawings_are_heard_with_the_version_of_their_attempt() {
        var job = running(ALICE, aLiveWorker());
        var words = new Progress(40, "Drawing");
        var ear = new FeedEar();
        try (var _ = jobs().feed().follow(ear)) {
            jobs().progress().show(job, words);
            assertThat(ear.nextWord())
                    .isEqualTo(
                            new FeedEar.Word(
                                    ALICE, new Progressed(job.id(), job.version(), words)));

            jobs().progress().show(job, Designs.aFlow());
            assertThat(ear.nextWord())
                    .isEqualTo(
                            new FeedEar.Word(
                                    ALICE, new Drawn(job.id(), job.version(), Designs.aFlow())));
        }
    }

    @Test
    default void all_who_follow_hear_until_they_close() {
        var first = by(ALICE).made();
        var second = by(ALICE).made();
        var staying = new FeedEar();
        var leaving = new FeedEar();
        try (var _ = jobs().feed().follow(staying)) {
            try (var _ = jobs().feed().follow(leaving)) {
                jobs().store().add(first);
                heard(staying, first);
                heard(leaving, first);
            }

            jobs().store().add(second);

            heard(staying, second);
            assertThat(leaving.hasHeardAll()).isTrue();
        }
    }

    @Test
    default void a_listener_that_fails_keeps_nobody_else_from_hearing() {
        var ear = new FeedEar();
        try (var _ = jobs().feed().follow(new Failing());
                var _ = jobs().feed().follow(ear)) {
            var submission = by(ALICE).made();
            jobs().store().add(submission);
            var running = moved(ear, heard(ear, submission).start(aLiveWorker(), now()));
            jobs().progress().show(running, new Progress(40, "Drawing"));
            jobs().progress().show(running, Designs.aFlow());

            assertThat(ear.nextWord().update()).isInstanceOf(Progressed.class);
            assertThat(ear.nextWord().update()).isInstanceOf(Drawn.class);
        }
    }

    private AIJob moved(FeedEar ear, Transition transition) {
        saved(transition);
        return heard(ear, transition);
    }

    private AIJob heard(FeedEar ear, Transition transition) {
        assertThat(ear.nextMove()).isEqualTo(transition);
        assertThat(found(transition.job())).isEqualTo(transition.job());
        return transition.job();
    }

    /// Cannot bear to hear anything.
    final class Failing implements JobFeed.Listener {

        @Override
        public void moved(List<Transition> moves) {
            throw new IllegalStateException("planted");
        }

        @Override
        public void progressed(UserId owner, Progressed progress) {
            throw new IllegalStateException("planted");
        }

        @Override
        public void drawn(UserId owner, Drawn drawn) {
            throw new IllegalStateException("planted");
        }

        @Override
        public void elsewhere(Set<Trace> moved, Set<Trace> progressed) {
            throw new IllegalStateException("planted");
        }

        @Override
        public void lookAgain() {
            throw new IllegalStateException("planted");
        }
    }
}
