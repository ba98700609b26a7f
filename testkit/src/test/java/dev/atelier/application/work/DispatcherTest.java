package dev.atelier.application.work;

import static dev.atelier.application.InterceptedStore.OUTAGE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.application.loop.Pacing;
import dev.atelier.application.loop.WakeUp;
import dev.atelier.application.port.out.StoreUnavailable;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.JobState.Running;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.MutableClock;
import dev.atelier.testkit.Submission;
import dev.atelier.testkit.fakes.InMemoryJobs;
import dev.atelier.testkit.fakes.ScriptedGenerator;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class DispatcherTest {

    private static final Duration POLL = Duration.ofSeconds(5);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final WorkSettings SETTINGS = new WorkSettings(2, POLL, LEASE, LEASE);

    private final ManualNanos nanos = new ManualNanos();
    private final MutableClock clock = MutableClock.atNoon();
    private final InMemoryJobs jobs = new InMemoryJobs(clock, LEASE);
    private final InterceptedQueue queue = new InterceptedQueue(jobs.queue());
    private final PausableModel model = new PausableModel(clock);
    private final RunningJobs running = new RunningJobs(SETTINGS.slots());
    private final LeaseKeeper lease =
            new LeaseKeeper(jobs.workers(), running, SETTINGS, Jobs::aWorker, nanos);
    private final LostJobs lostJobs = new LostJobs(queue, running, lease, new WakeUp());
    private final Dispatcher dispatcher =
            new Dispatcher(
                    queue, new Room(running, model), lease, lostJobs, new Pacing(POLL, clock));
    private final List<Attempt> begun = new ArrayList<>();

    @Test
    void claims_what_waits_and_hands_it_over() {
        lease.beat();
        submit(1);

        dispatcher.round(this::begin);

        assertThat(begun).hasSize(1);
        assertThat(begun.getFirst().job().state())
                .isEqualTo(new Running(lease.held().orElseThrow(), Jobs.NOON));
    }

    @Test
    void never_claims_beyond_its_room() {
        lease.beat();
        submit(5);

        dispatcher.round(this::begin);
        dispatcher.round(this::begin);
        assertThat(begun).hasSize(2);

        running.remove(begun.getFirst());
        dispatcher.round(this::begin);
        assertThat(begun).hasSize(3);
        assertThat(queue.claims()).as("no room, no question").isEqualTo(2);
    }

    @Test
    void leaves_open_what_room_is_left_and_closes_it_while_it_looks() {
        lease.beat();
        submit(1);
        queue.afterClaim(() -> assertThat(dispatcher.openRoom().take()).isEmpty());

        dispatcher.round(this::begin);

        assertThat(dispatcher.openRoom().take()).isPresent();
        dispatcher.openRoom().settle(Optional.empty());
    }

    @Test
    void leaves_nothing_open_where_more_jobs_wait() {
        lease.beat();
        submit(3);

        dispatcher.round(this::begin);
        running.remove(begun.getFirst());

        assertThat(dispatcher.openRoom().take()).isEmpty();
    }

    @Test
    void claims_very_many_in_turns_without_a_pause() {
        var vast = new WorkSettings(501, POLL, LEASE, LEASE);
        var many = new RunningJobs(vast.slots());
        var keeper = new LeaseKeeper(jobs.workers(), many, vast, Jobs::aWorker, nanos);
        var patient =
                new Dispatcher(
                        queue, new Room(many, model), keeper, lostJobs, new Pacing(POLL, clock));
        keeper.beat();
        submit(502);

        assertThat(patient.round(job -> many.add(attempt(job)))).isZero();
        assertThat(many.count()).isEqualTo(500);
        assertThat(patient.round(job -> many.add(attempt(job)))).isEqualTo(POLL);
        assertThat(many.count()).isEqualTo(501);
    }

    @Test
    void claims_nothing_before_it_has_a_lease() {
        submit(1);

        assertThat(dispatcher.round(this::begin)).isEqualTo(POLL);
        assertThat(queue.claims()).isZero();
    }

    @Test
    void claims_nothing_once_the_lease_is_in_doubt() {
        lease.beat();
        nanos.pass(SETTINGS.trust());
        submit(1);

        assertThat(dispatcher.round(this::begin)).isEqualTo(POLL);
        assertThat(queue.claims()).isZero();
    }

    @Test
    void sleeps_until_the_next_job_falls_due() {
        lease.beat();
        jobs.store().add(Submission.by(Jobs.ALICE).notBefore(Jobs.NOON.plusSeconds(3)).made());

        assertThat(dispatcher.round(this::begin)).isEqualTo(Duration.ofSeconds(3));

        clock.pushForward(Duration.ofSeconds(3));
        dispatcher.round(this::begin);
        assertThat(begun).hasSize(1);
    }

    @Test
    void sleeps_a_poll_when_nothing_is_to_come() {
        lease.beat();

        assertThat(dispatcher.round(this::begin)).isEqualTo(POLL);
    }

    @Test
    void sleeps_a_poll_when_all_slots_are_taken_for_an_end_will_wake_it() {
        lease.beat();
        submit(2);
        jobs.store().add(Submission.by(Jobs.ALICE).notBefore(Jobs.NOON.plusSeconds(1)).made());

        assertThat(dispatcher.round(this::begin)).isEqualTo(POLL);
    }

    @Test
    void claims_nothing_while_no_provider_can_be_asked_and_sleeps_until_one_can() {
        lease.beat();
        submit(1);
        model.pause(Jobs.NOON.plusSeconds(3));

        assertThat(dispatcher.round(this::begin)).isEqualTo(Duration.ofSeconds(3));
        clock.pushForward(Duration.ofMillis(2999));
        dispatcher.round(this::begin);
        assertThat(queue.claims()).isZero();

        clock.pushForward(Duration.ofMillis(1));
        dispatcher.round(this::begin);
        assertThat(begun).hasSize(1);
    }

    @Test
    void a_very_long_pause_is_looked_at_again_with_every_poll() {
        lease.beat();
        model.pause(Jobs.NOON.plus(Duration.ofDays(1)));

        assertThat(dispatcher.round(this::begin)).isEqualTo(POLL);
    }

    @Test
    void claims_no_more_than_the_providers_would_answer() {
        lease.beat();
        submit(2);
        model.takeAtMost(1);

        dispatcher.round(this::begin);

        assertThat(begun).hasSize(1);
    }

    @Test
    void leaves_jobs_whose_time_to_start_has_passed() {
        lease.beat();
        jobs.store().add(Submission.by(Jobs.ALICE).startingBy(Jobs.NOON).made());

        dispatcher.round(this::begin);

        assertThat(begun).isEmpty();
    }

    @Test
    void stops_a_job_that_was_cancelled_while_it_was_being_claimed() {
        lease.beat();
        jobs.signals().listen(lostJobs);
        submit(1);
        queue.afterClaim(this::cancelRunning);

        dispatcher.round(this::begin);

        assertThat(begun).hasSize(1).allMatch(Attempt::isDecided);
    }

    @Test
    void goes_on_after_a_claim_that_failed() {
        lease.beat();
        queue.afterClaim(OUTAGE);
        assertThatThrownBy(() -> dispatcher.round(this::begin))
                .isInstanceOf(StoreUnavailable.class);
        submit(1);

        dispatcher.round(this::begin);

        assertThat(begun).hasSize(1);
    }

    private void submit(int count) {
        for (int n = 0; n < count; n++) {
            jobs.store().add(Jobs.submission());
        }
    }

    private void begin(AIJob job) {
        var attempt = attempt(job);
        running.add(attempt);
        begun.add(attempt);
    }

    private static Attempt attempt(AIJob job) {
        return new Attempt(job, Given.assignments(), new ScriptedGenerator(), _ -> {}, LEASE);
    }

    private void cancelRunning() {
        var worker = lease.held().orElseThrow();
        jobs.workers().leave(worker);
        var claimed = jobs.queue().abandoned(1).getFirst();
        jobs.workers().join(worker, SETTINGS.slots());
        jobs.store().save(claimed.cancel(Jobs.NOON));
    }
}
