package dev.atelier.application.watch;

import static dev.atelier.testkit.Jobs.ALICE;
import static dev.atelier.testkit.Jobs.BOB;
import static dev.atelier.testkit.Jobs.NOON;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.application.InterceptedStore;
import dev.atelier.application.port.in.Bookmark;
import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.in.JobMove;
import dev.atelier.application.port.in.WatchJobs.Update.Moved;
import dev.atelier.application.port.in.WatchJobs.Update.Progressed;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.Transition;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.MutableClock;
import dev.atelier.testkit.Submission;
import dev.atelier.testkit.fakes.InMemoryJobs;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class OwnerWatchTest {

    private static final int PAGE = 4;
    private static final Bookmark START = new Bookmark(NOON.minusSeconds(60), List.of());

    private final MutableClock clock = MutableClock.atNoon();
    private final InMemoryJobs jobs = new InMemoryJobs(clock, Duration.ofSeconds(30));
    private final InterceptedLog log = new InterceptedLog(jobs.log());
    private final Mailbox mailbox = new Mailbox();

    @Test
    void tells_what_the_log_has_after_the_bookmark_page_by_page() {
        var mine = submitted(3 * PAGE);
        jobs.store().add(Submission.by(BOB).made());

        assertThat(Watching.jobs(from(START))).containsExactlyElementsOf(mine);
    }

    @Test
    void more_that_was_written_in_one_microsecond_than_fits_on_a_page_is_told() {
        var together = new ArrayList<AIJob>();
        for (int i = 0; i < 3 * PAGE; i++) {
            together.add(submit());
        }
        clock.pushForward(Duration.ofMillis(1));
        together.addAll(submitted(2 * PAGE));

        assertThat(Watching.jobs(from(START))).containsExactlyInAnyOrderElementsOf(together);
    }

    @Test
    void a_bookmark_says_what_was_told() {
        submitted(3);
        var watch = from(START);
        Watching.next(watch);

        var rest = Watching.jobs(from(watch.bookmark()));

        assertThat(rest).hasSize(2).containsExactlyElementsOf(Watching.jobs(watch));
    }

    @Test
    void a_bookmark_moves_on_through_a_long_past() {
        submitted(10 * PAGE);
        clock.pushForward(Duration.ofHours(1));
        var watch = from(START);

        Watching.moves(watch);

        var bookmark = watch.bookmark();
        assertThat(bookmark.since()).isAfter(NOON);
        assertThat(Watching.moves(from(bookmark))).isEmpty();
    }

    @Test
    void what_is_in_the_log_and_in_the_mailbox_is_told_once() {
        var told = submitted(2 * PAGE);
        told.forEach(job -> mailbox.put(mail(job, NOON.minusSeconds(30))));

        assertThat(Watching.jobs(from(START))).containsExactlyElementsOf(told);
    }

    @Test
    void mail_that_waited_while_a_slow_commit_was_read_is_told_once() {
        var slow = Submission.by(ALICE).made();
        jobs.committingAfter(Duration.ofSeconds(29)).store().add(slow);
        mailbox.put(mail(slow.job(), NOON.minusSeconds(60)));
        clock.pushForward(Duration.ofSeconds(25));
        var later = submitted(1).getFirst();
        mailbox.put(mail(later, NOON.minusSeconds(60)));

        assertThat(Watching.jobs(from(START))).containsExactly(slow.job(), later);
    }

    @Test
    void a_move_that_becomes_visible_behind_the_page_comes_before_the_next_of_its_job() {
        var first = submitted(PAGE);
        var late = Submission.by(ALICE).made();
        var start = late.job().start(Jobs.aWorker(), NOON);
        log.after(
                InterceptedLog.once(
                        () -> {
                            jobs.committingAfter(Duration.ofMillis(3)).store().add(late);
                            clock.pushForward(Duration.ofMillis(1));
                            jobs.store().save(start);
                        }));

        assertThat(Watching.jobs(from(START)))
                .containsAll(first)
                .containsSubsequence(late.job(), start.job())
                .hasSize(PAGE + 2);
    }

    @Test
    void an_overflow_sends_it_to_the_log_and_what_follows_is_told_after_that() {
        var watch = from(START);
        assertThat(Watching.moves(watch)).isEmpty();
        var missed = submitted(300);
        missed.forEach(job -> mailbox.put(mail(job, NOON.minusSeconds(30))));

        assertThat(Watching.jobs(watch)).containsExactlyElementsOf(missed);

        var next = submitted(1).getFirst();
        mailbox.put(mail(next, NOON.minusSeconds(30)));
        assertThat(Watching.jobs(watch)).containsExactly(next);
    }

    @Test
    void an_outage_between_pages_loses_nothing() {
        var mine = submitted(3 * PAGE);
        var watch = from(START);
        var told = new ArrayList<AIJob>();
        Watching.next(watch).ifPresent(update -> told.add(((Moved) update).move().job()));
        log.before(InterceptedLog.once(InterceptedStore.OUTAGE));

        told.addAll(Watching.jobs(watch));
        assertThat(told).hasSize(PAGE);

        told.addAll(Watching.jobs(watch));
        assertThat(told).containsExactlyElementsOf(mine);
    }

    @Test
    void progress_of_an_attempt_that_it_knows_to_be_over_is_left_out() {
        var running = saved(submit().start(Jobs.aWorker(), clock.instant()));
        var word = new Progressed(running.id(), 2, new Progress(10, "Thinking"));
        mailbox.put(word);
        assertThat(Watching.everything(from(START))).hasSize(3).endsWith(word);

        saved(Jobs.completion(running, clock.instant()));
        mailbox.put(word);
        assertThat(Watching.versions(from(START))).containsExactly(1L, 2L, 3L);
    }

    private OwnerWatch from(Bookmark bookmark) {
        return new OwnerWatch(
                new Trail(bookmark, clock.instant()),
                mailbox,
                true,
                new Replay(ALICE, log, clock, PAGE),
                () -> {});
    }

    /// One after the other, a millisecond apart.
    private List<AIJob> submitted(int times) {
        var all = new ArrayList<AIJob>();
        for (int i = 0; i < times; i++) {
            all.add(submit());
            clock.pushForward(Duration.ofMillis(1));
        }
        return all;
    }

    private AIJob submit() {
        var submission = Submission.by(ALICE).at(clock.instant()).made();
        jobs.store().add(submission);
        return submission.job();
    }

    private AIJob saved(Transition transition) {
        jobs.store().save(transition);
        return transition.job();
    }

    private Mail.Move mail(AIJob job, Instant surePast) {
        return new Mail.Move(new JobMove(job, null, null, clock.instant()), surePast);
    }
}
