package dev.atelier.application.watch;

import static dev.atelier.application.InterceptedStore.OUTAGE;
import static dev.atelier.testkit.Jobs.ALICE;
import static dev.atelier.testkit.Jobs.BOB;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.application.loop.Deadline;
import dev.atelier.application.loop.Loop;
import dev.atelier.application.loop.WakeUp;
import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.in.JobMove;
import dev.atelier.application.port.in.JobNotFound;
import dev.atelier.application.port.in.WatchJobs.Update;
import dev.atelier.application.port.in.WatchJobs.Update.Moved;
import dev.atelier.application.port.in.WatchJobs.Update.Progressed;
import dev.atelier.application.port.in.WatchJobs.Watch;
import dev.atelier.application.port.out.StoreUnavailable;
import dev.atelier.application.watch.WatchJobsService.Reading;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.Transition;
import dev.atelier.domain.job.UserId;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.MutableClock;
import dev.atelier.testkit.Submission;
import dev.atelier.testkit.fakes.InMemoryJobs;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/// The service as the application has it, with its loop.
class WatchJobsServiceTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(5);

    private final MutableClock clock = MutableClock.atNoon();
    private final InMemoryJobs jobs = new InMemoryJobs(clock, LONG);
    private final InterceptedLog log = new InterceptedLog(jobs.log());
    private final WatchJobsService service = service(LONG);

    @AfterEach
    void stop() throws InterruptedException {
        service.stop(Deadline.in(LONG));
    }

    @Test
    void a_job_is_followed_from_its_version_on() throws Exception {
        service.start(jobs.feed());
        var queued = submitted(ALICE);
        try (var all = service.job(queued.id(), ALICE, 0);
                var rest = service.job(queued.id(), ALICE, 1)) {
            var running = saved(queued.start(Jobs.aWorker(), clock.instant()));
            jobs.progress().show(running, new Progress(10, "Thinking"));
            assertThat(all.next(LONG)).map(Update::version).contains(1L);
            assertThat(all.next(LONG)).map(Update::version).contains(2L);
            assertThat(all.next(LONG)).containsInstanceOf(Progressed.class);
            assertThat(rest.next(LONG)).map(Update::version).contains(2L);

            saved(Jobs.completion(running, clock.instant()));
            assertThat(all.next(LONG)).map(Update::version).contains(3L);
            assertThat(rest.next(LONG)).map(Update::version).contains(3L);
        }
    }

    @Test
    void someone_elses_job_is_not_found() {
        var job = submitted(BOB);

        assertThatThrownBy(() -> service.job(job.id(), ALICE, 0)).isInstanceOf(JobNotFound.class);
    }

    @Test
    void all_jobs_are_followed_from_now_on_and_nobody_elses() {
        service.start(jobs.feed());
        var before = submitted(ALICE);
        try (var all = service.all(ALICE, null)) {
            var running = saved(before.start(Jobs.aWorker(), clock.instant()));
            submitted(BOB);
            var next = submitted(ALICE);

            assertThat(Watching.jobs(all)).containsExactly(running, next);
        }
    }

    @Test
    void a_bookmark_is_good_on_every_node() {
        service.start(jobs.feed());
        var another = service(LONG);
        var first = submitted(ALICE);
        var all = service.all(ALICE, null);
        saved(first.start(Jobs.aWorker(), clock.instant()));
        assertThat(Watching.versions(all)).containsExactly(2L);
        all.close();
        var second = submitted(ALICE);

        try (var resumed = another.all(ALICE, all.bookmark())) {
            assertThat(Watching.jobs(resumed)).containsExactly(second);
        }
    }

    @Test
    void what_happens_while_it_is_joined_is_told_or_was_before_but_never_twice() throws Exception {
        service.start(jobs.feed());
        var job = submitted(ALICE);
        log.after(InterceptedLog.once(() -> saved(job.start(Jobs.aWorker(), clock.instant()))));

        try (var all = service.all(ALICE, null)) {
            saved(stored(job).cancel(clock.instant()));

            var told = new ArrayList<Long>();
            do {
                told.add(all.next(LONG).orElseThrow().version());
            } while (told.getLast() < 3);
            assertThat(told).isSubsetOf(2L, 3L).doesNotHaveDuplicates();
            assertThat(Watching.versions(all)).isEmpty();
        }
    }

    @Test
    void whoever_could_not_join_in_an_outage_leaves_nothing_behind() {
        var wakeUp = new WakeUp();
        var audiences = new Audiences(clock, wakeUp);
        var idle = new Loop("idle", wakeUp, () -> LONG);
        var failing =
                new WatchJobsService(jobs.store(), new Reading(log, clock, 10), audiences, idle);
        var job = submitted(ALICE);

        log.before(OUTAGE);
        assertThatThrownBy(() -> failing.all(ALICE, null)).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> failing.job(job.id(), ALICE, 0))
                .isInstanceOf(StoreUnavailable.class);
        assertThat(audiences.all()).isEmpty();

        var third = log.reads() + 3;
        log.before(() -> (log.reads() < third ? InterceptedLog.NOTHING : OUTAGE).run());
        assertThatThrownBy(() -> failing.all(ALICE, null)).isInstanceOf(StoreUnavailable.class);
        assertThat(log.reads()).isEqualTo(third);
        assertThat(audiences.all()).isEmpty();

        log.before(InterceptedLog.NOTHING);
        failing.all(ALICE, null).close();
        failing.job(job.id(), ALICE, 0).close();
        assertThat(audiences.all()).isEmpty();
    }

    @Test
    void what_a_slow_commit_made_visible_before_is_not_told_though_the_news_come_after() {
        var node = new WatchNode(jobs, log, clock);
        var first = node.service().all(ALICE, null);
        var slow = Submission.by(ALICE).at(clock.instant()).made();
        jobs.committingAfter(Duration.ofSeconds(29)).store().add(slow);
        clock.pushForward(Duration.ofSeconds(2));

        try (var all = node.service().all(ALICE, null)) {
            node.deliverEverything();

            assertThat(Watching.everything(all)).isEmpty();
            assertThat(Watching.jobs(first)).containsExactly(slow.job());
        }
        first.close();
    }

    @Test
    void the_last_to_leave_and_the_next_to_come_miss_nothing() {
        service.start(jobs.feed());
        var job = submitted(ALICE);
        var first = service.all(ALICE, null);
        first.close();
        var running = saved(job.start(Jobs.aWorker(), clock.instant()));

        try (var next = service.all(ALICE, first.bookmark())) {
            first.close();
            var done = saved(Jobs.completion(running, clock.instant()));

            assertThat(Watching.jobs(next)).containsExactly(running, done);
        }
    }

    @Test
    void what_another_node_does_is_found_by_a_look() throws Exception {
        var looking = service(SHORT);
        looking.start(jobs.feed());
        try (var all = looking.all(ALICE, null)) {
            assertThat(all.next(Duration.ZERO)).isEmpty();
            var job = Submission.by(ALICE).at(clock.instant()).made();
            jobs.anotherNode().store().add(job);
            clock.pushForward(Duration.ofSeconds(1));

            assertThat(all.next(LONG))
                    .map(update -> ((Moved) update).move().job())
                    .contains(job.job());
        }
        looking.stop(Deadline.in(LONG));
    }

    @Test
    void once_stopped_it_hears_nothing_more() throws Exception {
        service.start(jobs.feed());
        try (var all = service.all(ALICE, null)) {
            assertThat(all.next(Duration.ZERO)).isEmpty();

            service.stop(Deadline.in(LONG));
            submitted(ALICE);

            assertThat(Watching.everything(all)).isEmpty();
        }
    }

    @Test
    void many_watchers_hear_many_jobs_from_many_threads_once_and_in_order() throws Exception {
        service.start(jobs.feed());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var watchers = new ArrayList<Watch>();
            for (int i = 0; i < 20; i++) {
                watchers.add(service.all(ALICE, null));
            }
            List<Callable<List<AIJob>>> work = Collections.nCopies(50, this::aWholeLife);
            var lives = threads.invokeAll(work);
            for (var watcher : watchers) {
                var heard = new ArrayList<JobMove>();
                while (heard.size() < 150) {
                    heard.add(((Moved) watcher.next(LONG).orElseThrow()).move());
                }
                for (var life : lives) {
                    assertThat(heard.stream().map(JobMove::job)).containsSubsequence(life.get());
                }
                watcher.close();
            }
        }
    }

    private List<AIJob> aWholeLife() {
        var queued = submitted(ALICE);
        var running = saved(queued.start(Jobs.aWorker(), clock.instant()));
        return List.of(queued, running, saved(Jobs.completion(running, clock.instant())));
    }

    private WatchJobsService service(Duration interval) {
        return WatchJobsService.of(jobs.store(), log, jobs.progress(), clock, interval);
    }

    private AIJob submitted(UserId owner) {
        var submission = Submission.by(owner).at(clock.instant()).made();
        jobs.store().add(submission);
        return submission.job();
    }

    private AIJob saved(Transition transition) {
        jobs.store().save(transition);
        return transition.job();
    }

    private AIJob stored(AIJob job) {
        return jobs.store().find(job.id(), job.owner()).orElseThrow();
    }
}
