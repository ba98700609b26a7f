package dev.atelier.application.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.application.InterceptedStore;
import dev.atelier.application.InterceptedStore.Call;
import dev.atelier.domain.job.AIJob;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.MutableClock;
import dev.atelier.testkit.fakes.InMemoryJobs;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

class AwaitJobTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(1);

    private final InMemoryJobs jobs = new InMemoryJobs(MutableClock.atNoon(), LONG);
    private final InterceptedStore store = new InterceptedStore(jobs.store());
    private final AIJob job = submitted();

    @Test
    void returns_as_soon_as_a_signal_tells_of_the_end() throws Exception {
        var awaitJob = listening(LONG);
        var looked = new CountDownLatch(1);
        store.after(Call.FIND, looked::countDown);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answer = threads.submit(() -> awaitJob.await(job, LONG));
            looked.await();
            var cancelled = cancel();

            assertThat(answer.get()).isEqualTo(cancelled);
        }
    }

    @Test
    void an_end_that_comes_between_the_look_and_the_wait_is_not_missed() throws Exception {
        var awaitJob = listening(LONG);
        store.after(Call.FIND, this::cancel);

        assertThat(awaitJob.await(job, LONG).state().isFinal()).isTrue();
    }

    @Test
    void returns_at_once_for_a_job_that_has_ended_even_without_patience() throws Exception {
        var cancelled = cancel();

        assertThat(listening(LONG).await(job, Duration.ZERO)).isEqualTo(cancelled);
    }

    @Test
    void returns_the_job_as_it_stands_when_patience_is_over() throws Exception {
        assertThat(listening(LONG).await(job, SHORT)).isEqualTo(job);
    }

    @Test
    void when_the_service_stops_whoever_waits_is_told_at_once_where_the_job_stands()
            throws Exception {
        var awaitJob = listening(LONG);
        var looked = new CountDownLatch(1);
        store.after(Call.FIND, looked::countDown);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answer = threads.submit(() -> awaitJob.await(job, LONG.multipliedBy(10)));
            looked.await();
            awaitJob.stop();

            assertThat(answer.get(LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo(job);
        }
        assertThat(awaitJob.await(job, LONG.multipliedBy(10))).isEqualTo(job);
    }

    @Test
    void a_lost_signal_is_found_by_the_poll() throws Exception {
        var deaf = new AwaitJobService(store, SHORT);
        store.before(Call.FIND, InterceptedStore.NOTHING, InterceptedStore.NOTHING, this::cancel);

        assertThat(deaf.await(job, LONG).state().isFinal()).isTrue();
    }

    @Test
    void looks_again_when_signals_may_have_been_lost() throws Exception {
        var deaf = new AwaitJobService(store, LONG);
        store.after(
                Call.FIND,
                () -> {
                    cancel();
                    deaf.lookAgain();
                });

        assertThat(deaf.await(job, LONG).state().isFinal()).isTrue();
    }

    @Test
    void an_outage_is_waited_out() throws Exception {
        var awaitJob = new AwaitJobService(store, SHORT);
        store.before(
                Call.FIND,
                InterceptedStore.OUTAGE,
                InterceptedStore.NOTHING,
                InterceptedStore.OUTAGE,
                this::cancel);

        assertThat(awaitJob.await(job, LONG).state().isFinal()).isTrue();
    }

    @Test
    void an_outage_until_patience_is_over_returns_what_was_known() throws Exception {
        store.before(Call.FIND, InterceptedStore.OUTAGE);

        assertThat(listening(LONG).await(job, Duration.ZERO)).isEqualTo(job);
    }

    @Test
    void a_thousand_wait_for_one_job_and_all_hear_of_its_end() throws Exception {
        var awaitJob = listening(LONG);
        var looked = new CountDownLatch(1000);
        IntStream.range(0, 1000).forEach(_ -> store.after(Call.FIND, looked::countDown));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<AIJob>>();
            for (int n = 0; n < 1000; n++) {
                answers.add(threads.submit(() -> awaitJob.await(job, LONG)));
            }
            looked.await();
            assertThat(awaitJob.waiting()).isEqualTo(1000);
            var cancelled = cancel();

            assertThat(answers).extracting(Future::get).containsOnly(cancelled);
        }
        assertThat(awaitJob.waiting()).isZero();
    }

    @Test
    void interrupting_a_waiter_changes_nothing_for_the_job_nor_for_others() throws Exception {
        var awaitJob = listening(LONG);
        var looked = new CountDownLatch(2);
        store.after(Call.FIND, looked::countDown, looked::countDown);

        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var other = others.submit(() -> awaitJob.await(job, LONG));
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var interrupted = threads.submit(() -> awaitJob.await(job, LONG));
                looked.await();
                threads.shutdownNow();

                assertThatThrownBy(interrupted::get)
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(InterruptedException.class);
            }
            assertThat(awaitJob.waiting()).isEqualTo(1);
            assertThat(jobs.store().find(job.id(), job.owner())).contains(job);

            var cancelled = cancel();
            assertThat(other.get()).isEqualTo(cancelled);
        }
    }

    @Test
    void a_wait_that_is_called_off_ends_at_once_for_itself_alone() throws Exception {
        var awaitJob = listening(LONG);
        var looked = new CountDownLatch(2);
        store.after(Call.FIND, looked::countDown, looked::countDown);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var other = threads.submit(() -> awaitJob.await(job, LONG));
            try (var wait = awaitJob.begin(job)) {
                var answer = threads.submit(() -> wait.await(LONG));
                looked.await();
                wait.callOff();

                assertThat(answer.get()).isEqualTo(job);
            }
            assertThat(awaitJob.waiting()).isEqualTo(1);

            var cancelled = cancel();
            assertThat(other.get()).isEqualTo(cancelled);
        }
    }

    @Test
    void a_wait_that_is_called_off_before_it_begins_returns_the_job_as_it_stands()
            throws Exception {
        try (var wait = listening(LONG).begin(job)) {
            wait.callOff();

            assertThat(wait.await(LONG)).isEqualTo(job);
        }
    }

    @Test
    void nobody_is_remembered_once_they_have_gone() throws Exception {
        var awaitJob = listening(LONG);

        awaitJob.await(job, SHORT);
        cancel();
        awaitJob.await(job, LONG);

        assertThat(awaitJob.waiting()).isZero();
    }

    private AwaitJobService listening(Duration poll) {
        var service = new AwaitJobService(store, poll);
        jobs.signals().listen(service);
        return service;
    }

    private AIJob submitted() {
        var submission = Jobs.submission();
        jobs.store().add(submission);
        return submission.job();
    }

    private AIJob cancel() {
        var cancelled = job.cancel(Jobs.NOON);
        jobs.store().save(cancelled);
        return cancelled.job();
    }
}
