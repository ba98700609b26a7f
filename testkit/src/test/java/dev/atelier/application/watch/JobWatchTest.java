package dev.atelier.application.watch;

import static dev.atelier.testkit.Jobs.ALICE;
import static dev.atelier.testkit.Jobs.NOON;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.application.InterceptedStore;
import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.in.JobMove;
import dev.atelier.application.port.in.JobNotFound;
import dev.atelier.application.port.in.WatchJobs.Update.Progressed;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.Transition;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.MutableClock;
import dev.atelier.testkit.Submission;
import dev.atelier.testkit.fakes.InMemoryJobs;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

class JobWatchTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final InMemoryJobs jobs = new InMemoryJobs(MutableClock.atNoon(), LONG);
    private final InterceptedLog log = new InterceptedLog(jobs.log());
    private final Mailbox mailbox = new Mailbox();
    private final AtomicInteger left = new AtomicInteger();
    private final AIJob queued = submitted();
    private final Transition start = queued.start(Jobs.aWorker(), NOON);
    private final AIJob running = start.job();

    @Test
    void tells_what_the_log_has_after_that_version() {
        jobs.store().save(start);
        jobs.store().save(Jobs.completion(running, NOON));

        assertThat(Watching.versions(from(0))).containsExactly(1L, 2L, 3L);
        assertThat(Watching.versions(from(2))).containsExactly(3L);
        assertThat(Watching.versions(from(3))).isEmpty();
    }

    @Test
    void tells_what_is_in_the_log_and_in_the_mailbox_once() {
        jobs.store().save(start);
        mailbox.put(mail(start));
        var completion = Jobs.completion(running, NOON);
        mailbox.put(mail(completion));

        assertThat(Watching.moves(from(1)))
                .extracting(JobMove::drawn)
                .containsExactly(null, Jobs.DRAWN);
    }

    @Test
    void an_overflow_sends_it_to_the_log() {
        var watch = from(1);
        assertThat(Watching.moves(watch)).isEmpty();

        jobs.store().save(start);
        Moves.ofSubmissions(300, ALICE, NOON)
                .forEach(move -> mailbox.put(new Mail.Move(move, NOON)));

        assertThat(Watching.jobs(watch)).containsExactly(running);
    }

    @Test
    void progress_of_an_attempt_that_it_knows_to_be_over_is_left_out() {
        jobs.store().save(start);
        var watch = from(0);
        var word = new Progressed(queued.id(), 2, new Progress(10, "Thinking"));
        mailbox.put(word);
        assertThat(Watching.everything(watch)).hasSize(3).endsWith(word);

        jobs.store().save(Jobs.completion(running, NOON));
        var behind = from(0);
        mailbox.put(word);
        assertThat(Watching.versions(behind)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void an_outage_is_waited_out() throws Exception {
        log.before(InterceptedLog.once(InterceptedStore.OUTAGE));
        var watch = from(0);

        assertThat(watch.next(Duration.ZERO)).isEmpty();
        assertThat(watch.next(LONG)).isPresent();
    }

    @Test
    void a_job_that_was_deleted_before_all_was_told_is_not_found() {
        var cancelled = queued.cancel(NOON);
        jobs.store().save(cancelled);
        jobs.store().delete(cancelled.job());

        assertThatThrownBy(() -> from(1).next(LONG)).isInstanceOf(JobNotFound.class);
    }

    @Test
    void whoever_waits_is_woken_by_mail() throws Exception {
        var looked = new CountDownLatch(1);
        log.after(looked::countDown);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var heard = threads.submit(() -> from(1).next(LONG));
            looked.await();
            mailbox.put(mail(start));

            assertThat(heard.get().orElseThrow().version()).isEqualTo(2);
        }
    }

    @Test
    void leaves_when_it_is_closed() {
        from(0).close();

        assertThat(left).hasValue(1);
    }

    private JobWatch from(long version) {
        return new JobWatch(Moves.trace(queued), version, mailbox, log, left::incrementAndGet);
    }

    private AIJob submitted() {
        var submission = Submission.by(ALICE).made();
        jobs.store().add(submission);
        return submission.job();
    }

    private static Mail.Move mail(Transition transition) {
        return new Mail.Move(JobMove.of(transition, NOON), NOON);
    }
}
