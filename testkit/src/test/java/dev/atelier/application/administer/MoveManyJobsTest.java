package dev.atelier.application.administer;

import static dev.atelier.testkit.Jobs.ALICE;
import static dev.atelier.testkit.Jobs.BOB;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.atelier.application.InterceptedStore;
import dev.atelier.application.InterceptedStore.Call;
import dev.atelier.application.port.in.MoveManyJobs;
import dev.atelier.application.port.in.MoveManyJobs.Command;
import dev.atelier.application.port.in.MoveManyJobs.Outcome;
import dev.atelier.application.port.in.MoveManyJobs.Selection;
import dev.atelier.application.port.out.StoreUnavailable;
import dev.atelier.domain.InvalidValue;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.UserId;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.MutableClock;
import dev.atelier.testkit.Submission;
import dev.atelier.testkit.fakes.InMemoryJobs;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Set;

class MoveManyJobsTest {

    private static final UserId ROOT = new UserId("root");
    private static final Selection TAGGED =
            new Selection(Set.of(), null, null, "x", null, Set.of());

    private final MutableClock clock = MutableClock.atNoon();
    private final InMemoryJobs jobs = new InMemoryJobs(clock, Duration.ofSeconds(30));
    private final InterceptedStore store = new InterceptedStore(jobs.store());
    private final MoveManyJobs moveMany = new MoveManyJobsService(jobs.overview(), store, clock);

    private AIJob submitted(UserId owner) {
        var submission = Submission.by(owner).tagged("x").made();
        jobs.store().add(submission);
        return submission.job();
    }

    private AIJob running(UserId owner) {
        var started = submitted(owner).start(Jobs.aWorker(), clock.instant());
        jobs.store().save(started);
        return started.job();
    }

    private AIJob failed(UserId owner) {
        var failure = Jobs.failure(running(owner), clock.instant());
        jobs.store().save(failure);
        return failure.job();
    }

    private String state(AIJob job) {
        return jobs.store().find(job.id(), job.owner()).orElseThrow().state().word();
    }

    private static Command of(Selection which, int limit) {
        return new Command(ROOT, which, limit);
    }

    @Test
    void cancels_what_has_not_ended_whosever_it_is() {
        var hers = submitted(ALICE);
        var his = running(BOB);
        var over = failed(BOB);

        assertThat(moveMany.cancel(of(TAGGED, 100))).isEqualTo(new Outcome(2, 2, false));

        assertThat(state(hers)).isEqualTo("cancelled");
        assertThat(state(his)).isEqualTo("cancelled");
        assertThat(state(over)).isEqualTo("failed");
    }

    @Test
    void retries_what_failed_or_was_cancelled() {
        var failed = failed(ALICE);
        var cancelled = submitted(BOB);
        jobs.store().save(cancelled.cancel(clock.instant()));
        var running = running(BOB);

        assertThat(moveMany.retry(of(TAGGED, 100))).isEqualTo(new Outcome(2, 2, false));

        assertThat(state(failed)).isEqualTo("queued");
        assertThat(state(cancelled)).isEqualTo("queued");
        assertThat(state(running)).isEqualTo("processing");
    }

    @Test
    void moves_only_those_in_the_states_that_were_told() {
        var waits = submitted(ALICE);
        var runs = running(ALICE);

        moveMany.cancel(
                of(new Selection(Set.of("queued"), null, ALICE, null, null, Set.of()), 100));

        assertThat(state(waits)).isEqualTo("cancelled");
        assertThat(state(runs)).isEqualTo("processing");
    }

    @Test
    void does_no_more_than_the_limit_and_says_that_there_are_others() {
        for (int n = 0; n < 250; n++) {
            submitted(n % 2 == 0 ? ALICE : BOB);
        }

        assertThat(moveMany.cancel(of(TAGGED, 220))).isEqualTo(new Outcome(220, 220, true));
        assertThat(moveMany.cancel(of(TAGGED, 30))).isEqualTo(new Outcome(30, 30, false));
        assertThat(moveMany.cancel(of(TAGGED, 30))).isEqualTo(new Outcome(0, 0, false));
    }

    @Test
    void cancels_what_is_started_meanwhile() {
        var job = submitted(ALICE);
        store.before(
                Call.SAVE, () -> jobs.store().save(job.start(Jobs.aWorker(), clock.instant())));

        assertThat(moveMany.cancel(of(TAGGED, 100))).isEqualTo(new Outcome(1, 1, false));

        assertThat(state(job)).isEqualTo("cancelled");
    }

    @Test
    void leaves_alone_what_is_not_meant_any_more() {
        var job = submitted(ALICE);
        store.before(
                Call.SAVE, () -> jobs.store().save(job.start(Jobs.aWorker(), clock.instant())));
        var waiting = new Selection(Set.of("queued"), null, null, null, null, Set.of());

        assertThat(moveMany.cancel(of(waiting, 100))).isEqualTo(new Outcome(1, 0, false));

        assertThat(state(job)).isEqualTo("processing");
    }

    @Test
    void leaves_alone_what_ends_meanwhile() {
        var job = submitted(ALICE);
        store.before(Call.SAVE, () -> jobs.store().save(job.cancel(clock.instant())));

        assertThat(moveMany.cancel(of(TAGGED, 100))).isEqualTo(new Outcome(1, 0, false));
    }

    @Test
    void an_outage_is_told_as_one() {
        submitted(ALICE);
        store.before(Call.SAVE, InterceptedStore.OUTAGE);

        assertThatExceptionOfType(StoreUnavailable.class)
                .isThrownBy(() -> moveMany.cancel(of(TAGGED, 100)));
    }

    @Test
    void refuses_to_move_the_whole_world() {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> new Selection(Set.of(), null, null, null, null, Set.of()))
                .withMessageContaining("job_ids");
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> of(TAGGED, 1001));
    }
}
