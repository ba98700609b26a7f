package dev.atelier.application.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.application.loop.WakeUp;
import dev.atelier.domain.job.AIJob;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.MutableClock;
import dev.atelier.testkit.fakes.InMemoryJobs;
import dev.atelier.testkit.fakes.ScriptedGenerator;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

class OpenRoomTest {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final WorkSettings SETTINGS =
            new WorkSettings(2, Duration.ofSeconds(5), LEASE, LEASE);

    private final ManualNanos nanos = new ManualNanos();
    private final MutableClock clock = MutableClock.atNoon();
    private final InMemoryJobs jobs = new InMemoryJobs(clock, LEASE);
    private final PausableModel model = new PausableModel(clock);
    private final RunningJobs running = new RunningJobs(SETTINGS.slots());
    private final LeaseKeeper lease =
            new LeaseKeeper(jobs.workers(), running, SETTINGS, Jobs::aWorker, nanos);
    private final LostJobs lostJobs = new LostJobs(jobs.queue(), running, lease, new WakeUp());
    private final OpenRoom room = new OpenRoom(new Room(running, model), lease, lostJobs);
    private final List<AIJob> begun = new ArrayList<>();

    @Test
    void nothing_is_to_be_had_before_it_is_open() {
        lease.beat();

        assertThat(room.take()).isEmpty();
    }

    @Test
    void offers_a_place_under_the_worker_s_name_while_one_is_free() {
        open();
        running.add(attempt(Jobs.aRunningJob(Jobs.aWorker())));

        assertThat(room.take()).isEqualTo(lease.held()).isPresent();
    }

    @Test
    void offers_nothing_where_all_is_taken_or_no_provider_can_be_asked() {
        open();
        model.pause(Jobs.NOON.plusSeconds(1));
        assertThat(room.take()).isEmpty();

        clock.pushForward(Duration.ofSeconds(1));
        running.add(attempt(Jobs.aRunningJob(Jobs.aWorker())));
        running.add(attempt(Jobs.aRunningJob(Jobs.aWorker())));
        assertThat(room.take()).isEmpty();
    }

    @Test
    void offers_nothing_once_the_lease_is_in_doubt() {
        open();
        nanos.pass(SETTINGS.trust());

        assertThat(room.take()).isEmpty();
    }

    @Test
    void is_given_to_one_at_a_time_and_open_again_after() {
        open();
        assertThat(room.take()).isPresent();
        assertThat(room.take()).isEmpty();
        assertThat(lostJobs.isClaiming()).isTrue();

        var job = Jobs.aRunningJob(lease.held().orElseThrow());
        room.settle(Optional.of(job));

        assertThat(begun).containsExactly(job);
        assertThat(lostJobs.isClaiming()).isFalse();
        assertThat(room.take()).isPresent();
    }

    @Test
    void whoever_closes_it_waits_for_those_who_bring_jobs() throws InterruptedException {
        open();
        room.take();
        var closed = new CompletableFuture<Void>();
        var closing =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    room.close();
                                    closed.complete(null);
                                });
        while (closing.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertThat(closed).isNotDone();

        room.settle(Optional.empty());

        closing.join();
        assertThat(closed).isCompleted();
        assertThat(room.take()).isEmpty();
    }

    @Test
    void who_has_no_patience_closes_it_all_the_same() throws InterruptedException {
        open();
        room.take();

        room.close(Duration.ZERO);
        room.settle(Optional.empty());

        assertThat(room.take()).isEmpty();
    }

    private void open() {
        lease.beat();
        room.open(begun::add);
    }

    private static Attempt attempt(AIJob job) {
        return new Attempt(job, Given.assignments(), new ScriptedGenerator(), _ -> {}, LEASE);
    }
}
