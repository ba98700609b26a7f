package dev.atelier.adapters.postgres;

import static dev.atelier.testkit.Jobs.ALICE;
import static dev.atelier.testkit.Jobs.BOB;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.application.port.out.JobSignals;
import dev.atelier.application.port.out.OpenClaim;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.IdempotencyKey;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.JobState.Queued;
import dev.atelier.domain.job.JobState.Running;
import dev.atelier.domain.job.UserId;
import dev.atelier.domain.job.WorkerId;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.contract.JobsContract;
import dev.atelier.testkit.contract.Together;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// New jobs go to the node's own worker in the commit that stores them.
final class HandoverTest extends PostgresTest implements JobsContract {

    /// A claim that is open, or has no room.
    private static final class Opened implements OpenClaim {

        private final WorkerId worker;
        private final boolean room;
        private final List<Optional<AIJob>> settled = new ArrayList<>();

        Opened(WorkerId worker, boolean room) {
            this.worker = worker;
            this.room = room;
        }

        @Override
        public Optional<WorkerId> take() {
            return room ? Optional.of(worker) : Optional.empty();
        }

        @Override
        public void settle(Optional<AIJob> started) {
            settled.add(started);
        }
    }

    @AfterEach
    void closeForTheNextTest() {
        left(new Opened(aLiveWorker(), false));
    }

    private Opened opened() {
        return left(new Opened(aLiveWorker(), true));
    }

    private Opened left(Opened claim) {
        jobs().queue().leaveOpen(claim);
        return claim;
    }

    @Test
    void a_new_job_is_claimed_when_it_is_stored() {
        var open = opened();

        var job = added(by(ALICE));

        assertThat(open.settled).containsExactly(Optional.of(found(job)));
        assertThat(found(job).state())
                .isInstanceOfSatisfying(
                        Running.class, state -> assertThat(state.worker()).isEqualTo(open.worker));
        assertThat(database().texts("select type from ai_job_events order by version"))
                .containsExactly("queued", "started");
        assertThat(database().number("select count(distinct xmin::text) from ai_job_events"))
                .as("commits")
                .isEqualTo(1);
        var stats = jobs().catalogue().stats(ALICE);
        assertThat(stats.queued()).isZero();
        assertThat(stats.processing()).isEqualTo(1);
        assertThat(stats.averageWaitSeconds()).isBetween(50.0, 70.0);
    }

    @Test
    void nobody_overtakes_those_who_wait() {
        var waiting = added(by(BOB));
        var open = opened();
        var ear = new QueueEar();

        AIJob job;
        try (var _ = jobs().signals().listen(ear)) {
            job = added(by(ALICE));
        }

        assertThat(open.settled).containsExactly(Optional.empty());
        assertThat(List.of(found(waiting).state(), found(job).state()))
                .hasOnlyElementsOfType(Queued.class);
        assertThat(ear.heard).as("whoever claims is woken").isTrue();
    }

    @Test
    void nobody_need_look_for_a_job_that_runs_already() {
        opened();
        var ear = new QueueEar();

        try (var _ = jobs().signals().listen(ear)) {
            added(by(ALICE));
        }

        assertThat(ear.heard).isFalse();
    }

    private static final class QueueEar implements JobSignals.Listener {

        private boolean heard;

        @Override
        public void queued() {
            heard = true;
        }

        @Override
        public void ended(Set<JobId> jobs) {}

        @Override
        public void lookAgain() {}
    }

    @Test
    void a_job_that_is_not_due_waits() {
        var open = opened();

        var delayed = added(by(ALICE).notBefore(now().plusSeconds(60)));
        var late = added(by(ALICE).startingBy(now().minusSeconds(1)));

        assertThat(open.settled).containsExactly(Optional.empty(), Optional.empty());
        assertThat(List.of(found(delayed).state(), found(late).state()))
                .hasOnlyElementsOfType(Queued.class);
    }

    @Test
    void of_many_at_once_those_run_that_the_worker_was_given() {
        var open = opened();

        var jobs = Together.call(40, n -> added(by(new UserId("user-" + n)).withPriority(n % 3)));

        assertThat(ids(open)).doesNotHaveDuplicates();
        assertThat(jobs.stream().map(this::found).filter(it -> it.state() instanceof Running))
                .map(AIJob::id)
                .containsExactlyInAnyOrderElementsOf(ids(open));
    }

    @Test
    void a_job_that_goes_back_has_the_turn_that_it_was_given() {
        var open = opened();
        var first = added(by(ALICE));
        closeForTheNextTest();
        var second = added(by(ALICE));

        var running = open.settled.getFirst().orElseThrow();
        saved(running.release(now()));

        assertThat(jobs().queue().claim(aLiveWorker(), 2))
                .extracting(AIJob::id)
                .containsExactly(first.id(), second.id());
    }

    @Test
    void nobody_is_claimed_where_there_is_no_room() {
        var open = left(new Opened(aLiveWorker(), false));

        var job = added(by(ALICE));

        assertThat(open.settled).isEmpty();
        assertThat(found(job).state()).isInstanceOf(Queued.class);
    }

    @Test
    void a_user_gets_no_more_places_than_are_allowed() {
        var node = jobs().limitedTo(1);
        var open = new Opened(aLiveWorker(), true);
        node.queue().leaveOpen(open);

        var first = by(ALICE).made();
        node.store().add(first);
        var second = by(ALICE).made();
        node.store().add(second);

        assertThat(ids(open)).containsExactly(first.job().id());
        assertThat(found(second.job()).state()).isInstanceOf(Queued.class);
    }

    private static List<JobId> ids(Opened open) {
        return open.settled.stream().flatMap(Optional::stream).map(AIJob::id).toList();
    }

    @Test
    void a_claim_is_settled_even_where_nothing_could_be_stored() {
        var open = opened();
        var job = by(ALICE).made();
        jobs().store().add(job);

        assertThatThrownBy(() -> jobs().store().add(job)).isInstanceOf(RuntimeException.class);

        assertThat(open.settled).hasSize(2).last().isEqualTo(Optional.empty());
    }

    @Test
    void one_key_starts_one_job() {
        var open = opened();
        var key = new IdempotencyKey("once");

        var first = jobs().store().addOnce(key, by(ALICE).made());
        var again = jobs().store().addOnce(key, by(ALICE).made());

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(ids(open)).containsExactly(first.id());
    }

    @Test
    void a_worker_that_fails_to_begin_spoils_no_submission() {
        jobs().queue()
                .leaveOpen(
                        new OpenClaim() {
                            @Override
                            public Optional<WorkerId> take() {
                                return Optional.of(Jobs.aWorker());
                            }

                            @Override
                            public void settle(Optional<AIJob> started) {
                                throw new IllegalStateException("no thread for " + started);
                            }
                        });

        var job = added(by(ALICE));

        assertThat(found(job).version()).isEqualTo(2);
    }
}
