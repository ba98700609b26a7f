package dev.atelier.application.work;

import static dev.atelier.application.InterceptedStore.OUTAGE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.application.port.out.StoreUnavailable;
import dev.atelier.application.work.AttemptOutcome.Interrupted;
import dev.atelier.application.work.AttemptOutcome.Reason;
import dev.atelier.domain.job.WorkerId;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.MutableClock;
import dev.atelier.testkit.fakes.InMemoryJobs;
import dev.atelier.testkit.fakes.ScriptedGenerator;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class LeaseKeeperTest {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration TRUST = Duration.ofSeconds(24);
    private static final WorkSettings SETTINGS =
            new WorkSettings(3, Duration.ofSeconds(5), Duration.ofMinutes(5), LEASE);

    private final ManualNanos nanos = new ManualNanos();
    private final InMemoryJobs jobs = new InMemoryJobs(MutableClock.atNoon(), LEASE);
    private final InterceptedRegistry registry = new InterceptedRegistry(jobs.workers());
    private final RunningJobs running = new RunningJobs(3);
    private final LeaseKeeper lease =
            new LeaseKeeper(registry, running, SETTINGS, Jobs::aWorker, nanos);

    @Test
    void holds_nothing_before_its_first_beat() {
        assertThat(lease.held()).isEmpty();
        assertThat(lease.watch()).isPositive();
        assertThat(lease.held()).isEmpty();
    }

    @Test
    void the_first_beat_begins_a_lease() {
        lease.beat();

        assertThat(lease.held()).contains(registry.joined().getFirst());
        assertThat(jobs.catalogue().pulse().workers()).isEqualTo(1);
    }

    @Test
    void beats_three_times_per_lease() {
        assertThat(lease.beat()).isEqualTo(Duration.ofSeconds(10));
        assertThat(lease.beat()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void renewed_in_time_it_keeps_its_id_and_its_work() {
        var id = begun();
        var attempt = attempt();

        for (int n = 0; n < 10; n++) {
            nanos.pass(Duration.ofSeconds(10));
            lease.beat();
            lease.watch();
        }

        assertThat(lease.held()).contains(id);
        assertThat(attempt.isDecided()).isFalse();
    }

    @Test
    void not_renewed_it_may_not_claim_from_the_moment_trust_ends() {
        begun();

        nanos.pass(TRUST.minusNanos(1));
        assertThat(lease.held()).isPresent();

        nanos.pass(Duration.ofNanos(1));
        assertThat(lease.held()).isEmpty();
    }

    @Test
    void not_renewed_it_stops_all_work_before_others_may_take_over() throws Exception {
        begun();
        var attempt = attempt();

        nanos.pass(TRUST.minusNanos(1));
        lease.watch();
        assertThat(attempt.isDecided()).isFalse();

        nanos.pass(Duration.ofNanos(1));
        lease.watch();
        assertThat(attempt.run()).isEqualTo(new Interrupted(Reason.LEASE_LOST));
        assertThat(lease.lost()).isEqualTo(1);
        assertThat(TRUST).isLessThan(LEASE);
    }

    @Test
    void looks_again_when_trust_would_end() {
        begun();
        nanos.pass(Duration.ofSeconds(10));
        assertThat(lease.watch()).isEqualTo(Duration.ofSeconds(14));

        lease.beat();
        assertThat(lease.watch()).isEqualTo(TRUST);
    }

    @Test
    void trust_counts_from_before_a_renewal_was_sent() {
        begun();
        registry.duringNext(() -> nanos.pass(Duration.ofSeconds(10)));

        lease.beat();

        assertThat(lease.watch()).isEqualTo(Duration.ofSeconds(14));
    }

    @Test
    void trust_counts_from_before_the_joining_was_sent() {
        registry.duringNext(() -> nanos.pass(Duration.ofSeconds(10)));

        lease.beat();

        assertThat(lease.watch()).isEqualTo(Duration.ofSeconds(14));
    }

    @Test
    void an_answer_that_took_too_long_is_not_trusted() throws Exception {
        var id = begun();
        var attempt = attempt();
        registry.duringNext(() -> nanos.pass(TRUST));

        lease.beat();

        assertThat(attempt.run()).isEqualTo(new Interrupted(Reason.LEASE_LOST));
        assertThat(lease.held().orElseThrow()).isNotEqualTo(id);
    }

    @Test
    void a_renewal_that_hung_while_the_watch_gave_up_leads_to_a_good_new_lease() throws Exception {
        var id = begun();
        var attempt = attempt();
        registry.duringNext(
                () -> {
                    nanos.pass(TRUST);
                    lease.watch();
                });

        lease.beat();

        assertThat(attempt.run()).isEqualTo(new Interrupted(Reason.LEASE_LOST));
        assertThat(lease.held().orElseThrow()).isNotEqualTo(id);
        assertThat(lease.watch()).isEqualTo(TRUST);
    }

    @Test
    void a_worker_that_the_store_has_forgotten_goes_on_under_a_new_id() throws Exception {
        var id = begun();
        var attempt = attempt();
        jobs.workers().leave(id);

        lease.beat();

        assertThat(attempt.run()).isEqualTo(new Interrupted(Reason.LEASE_LOST));
        assertThat(lease.held().orElseThrow()).isNotEqualTo(id);
        assertThat(jobs.catalogue().pulse().workers()).isEqualTo(1);
    }

    @Test
    void after_a_loss_new_work_goes_on_undisturbed() {
        begun();
        nanos.pass(TRUST);
        lease.watch();
        lease.beat();
        var attempt = attempt();

        lease.watch();
        lease.beat();

        assertThat(attempt.isDecided()).isFalse();
    }

    @Test
    void a_passing_outage_costs_nothing() {
        var id = begun();
        var attempt = attempt();
        nanos.pass(Duration.ofSeconds(10));
        registry.duringNext(OUTAGE);

        assertThatThrownBy(lease::beat).isInstanceOf(StoreUnavailable.class);
        nanos.pass(Duration.ofSeconds(1));
        lease.beat();

        assertThat(lease.held()).contains(id);
        assertThat(attempt.isDecided()).isFalse();
    }

    @Test
    void a_renewal_without_an_answer_is_none() {
        begun();
        nanos.pass(Duration.ofSeconds(10));
        registry.duringNext(OUTAGE);

        assertThatThrownBy(lease::beat).isInstanceOf(StoreUnavailable.class);

        assertThat(lease.watch()).isEqualTo(Duration.ofSeconds(14));
    }

    @Test
    void joining_without_an_answer_is_tried_again_under_another_id() {
        registry.duringNext(OUTAGE);

        assertThatThrownBy(lease::beat).isInstanceOf(StoreUnavailable.class);
        assertThat(lease.held()).isEmpty();
        lease.beat();

        assertThat(registry.joined()).hasSize(2).doesNotHaveDuplicates();
        assertThat(lease.held()).contains(registry.joined().getLast());
    }

    @Test
    void vouches_for_what_it_claimed_under_the_lease_it_has() {
        var id = begun();

        assertThat(lease.covers(Jobs.aRunningJob(id))).isTrue();
        assertThat(lease.covers(Jobs.aRunningJob(Jobs.aWorker()))).isFalse();
        assertThat(lease.covers(Jobs.aQueuedJob())).isFalse();

        nanos.pass(TRUST);
        assertThat(lease.covers(Jobs.aRunningJob(id))).isFalse();
        lease.beat();
        assertThat(lease.covers(Jobs.aRunningJob(id))).isFalse();
    }

    @Test
    void an_orderly_end_gives_the_lease_back() {
        lease.leave();
        begun();

        lease.leave();

        assertThat(jobs.catalogue().pulse().workers()).isZero();
    }

    private WorkerId begun() {
        lease.beat();
        return lease.held().orElseThrow();
    }

    private Attempt attempt() {
        var attempt =
                new Attempt(
                        Jobs.aRunningJob(Jobs.aWorker()),
                        Given.assignments(),
                        new ScriptedGenerator(),
                        _ -> {},
                        Duration.ofMinutes(5));
        running.add(attempt);
        return attempt;
    }
}
