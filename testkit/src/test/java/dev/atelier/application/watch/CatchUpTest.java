package dev.atelier.application.watch;

import static dev.atelier.application.watch.Moves.taken;
import static dev.atelier.application.watch.Moves.trace;
import static dev.atelier.application.watch.Moves.versions;
import static dev.atelier.testkit.Jobs.ALICE;
import static dev.atelier.testkit.Jobs.BOB;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.application.InterceptedStore;
import dev.atelier.application.loop.WakeUp;
import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.in.WatchJobs.Update.Drawn;
import dev.atelier.application.port.in.WatchJobs.Update.Progressed;
import dev.atelier.application.port.out.StoreUnavailable;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.Transition;
import dev.atelier.domain.job.UserId;
import dev.atelier.testkit.Designs;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.MutableClock;
import dev.atelier.testkit.Submission;
import dev.atelier.testkit.fakes.InMemoryJobs;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Set;
import java.util.stream.IntStream;

/// All moves here are made on another node, so that the log alone tells of them.
class CatchUpTest {

    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final MutableClock clock = MutableClock.atNoon();
    private final InMemoryJobs jobs = new InMemoryJobs(clock, Duration.ofSeconds(30));
    private final InterceptedLog log = new InterceptedLog(jobs.log());
    private final Audiences audiences = new Audiences(clock, new WakeUp());
    private final CatchUp catchUp = new CatchUp(audiences, log, jobs.progress(), clock, INTERVAL);
    private final Mailbox alices = watching(ALICE);

    @Test
    void what_nobody_said_is_found_by_the_next_look() {
        var job = submitted(ALICE);
        submitted(BOB);
        assertThat(catchUp.round()).isEqualTo(INTERVAL);
        assertThat(taken(alices)).isEmpty();

        clock.pushForward(INTERVAL);
        catchUp.round();
        saved(job.start(Jobs.aWorker(), clock.instant()));
        clock.pushForward(INTERVAL);
        catchUp.round();

        assertThat(versions(alices)).containsExactly(1L, 2L);
    }

    @Test
    void looks_at_once_when_news_may_have_been_lost() {
        submitted(ALICE);

        audiences.lookAgain();
        catchUp.round();

        assertThat(versions(alices)).containsExactly(1L);
    }

    @Test
    void a_hint_is_followed_at_once() {
        var alicesJob = submitted(ALICE);
        var bobs = watching(BOB);
        var bobsJob = submitted(BOB);

        hint(alicesJob, bobsJob);
        catchUp.round();

        assertThat(versions(alices)).containsExactly(1L);
        assertThat(versions(bobs)).containsExactly(1L);
        assertThat(log.reads()).as("one question for all").isEqualTo(1);
    }

    @Test
    void a_hint_that_comes_while_the_log_is_read_is_followed_in_the_next_round() {
        var job = submitted(ALICE);
        hint(job);
        log.after(
                InterceptedLog.once(
                        () -> {
                            saved(job.start(Jobs.aWorker(), clock.instant()));
                            hint(job);
                        }));

        catchUp.round();
        catchUp.round();

        assertThat(versions(alices)).containsExactly(1L, 2L);
    }

    @Test
    void many_jobs_are_asked_for_in_parts() {
        var many = IntStream.range(0, 1200).mapToObj(_ -> submitted(ALICE)).toList();

        hint(many.toArray(AIJob[]::new));
        catchUp.round();

        assertThat(log.reads()).isEqualTo(3);
        assertThat(audiences.of(ALICE).orElseThrow().missing()).isEmpty();
    }

    @Test
    void an_entry_that_became_visible_late_is_found_though_later_ones_were_told() {
        for (int i = 0; i < 5; i++) {
            submitted(ALICE);
            clock.pushForward(INTERVAL);
            catchUp.round();
        }
        assertThat(taken(alices)).hasSize(5);

        var late = Submission.by(ALICE).at(clock.instant()).made();
        jobs.anotherNode().committingAfter(Duration.ofSeconds(29)).store().add(late);
        clock.pushForward(INTERVAL);
        catchUp.round();

        assertThat(taken(alices))
                .singleElement()
                .isInstanceOfSatisfying(
                        Mail.Move.class,
                        mail -> assertThat(mail.move().job()).isEqualTo(late.job()));
    }

    @Test
    void an_outage_in_the_middle_of_a_look_loses_nothing() {
        submitted(ALICE);
        clock.pushForward(INTERVAL);
        log.after(InterceptedLog.once(InterceptedStore.OUTAGE));
        assertThatThrownBy(catchUp::round).isInstanceOf(StoreUnavailable.class);
        log.before(InterceptedLog.once(InterceptedStore.OUTAGE));
        assertThatThrownBy(catchUp::round).isInstanceOf(StoreUnavailable.class);

        clock.pushForward(Duration.ofHours(1));
        catchUp.round();

        assertThat(versions(alices)).containsExactly(1L);
    }

    @Test
    void a_call_to_look_survives_an_outage() {
        submitted(ALICE);
        audiences.lookAgain();
        log.before(InterceptedLog.once(InterceptedStore.OUTAGE));
        assertThatThrownBy(catchUp::round).isInstanceOf(StoreUnavailable.class);

        catchUp.round();

        assertThat(versions(alices)).containsExactly(1L);
    }

    @Test
    void asks_for_nothing_while_nobody_watches() {
        audiences.leave(ALICE, null, alices);
        var job = submitted(ALICE);

        audiences.lookAgain();
        hint(job);
        audiences.elsewhere(Set.of(), Set.of(trace(job)));
        clock.pushForward(INTERVAL);
        catchUp.round();

        assertThat(log.reads()).isZero();
        assertThat(audiences.takeProgressed()).isEmpty();
    }

    @Test
    void progress_on_another_node_is_read_from_the_board() {
        var running = saved(submitted(ALICE).start(Jobs.aWorker(), clock.instant()));
        var elsewhere = jobs.anotherNode().progress();
        elsewhere.show(running, new Progress(10, "Thinking"));
        elsewhere.show(running, Designs.aFlow());

        audiences.elsewhere(Set.of(), Set.of(trace(running)));
        catchUp.round();

        assertThat(taken(alices))
                .containsExactly(
                        new Mail.Word(
                                new Progressed(running.id(), 2, new Progress(10, "Thinking"))),
                        new Mail.Word(new Drawn(running.id(), 2, Designs.aFlow())));
        catchUp.round();
        assertThat(taken(alices)).isEmpty();
    }

    private Mailbox watching(UserId owner) {
        var mailbox = new Mailbox();
        audiences.join(owner, null, mailbox);
        return mailbox;
    }

    private AIJob submitted(UserId owner) {
        var submission = Submission.by(owner).at(clock.instant()).made();
        jobs.anotherNode().store().add(submission);
        return submission.job();
    }

    private AIJob saved(Transition transition) {
        jobs.anotherNode().store().save(transition);
        return transition.job();
    }

    private void hint(AIJob... moved) {
        for (var job : moved) {
            audiences.elsewhere(Set.of(trace(job)), Set.of());
        }
    }
}
