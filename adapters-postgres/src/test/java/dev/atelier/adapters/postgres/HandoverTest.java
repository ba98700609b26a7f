package dev.atelier.adapters.postgres;

import static dev.atelier.testkit.Jobs.ALICE;
import static dev.atelier.testkit.Jobs.BOB;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.application.port.out.OpenClaim;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.IdempotencyKey;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.JobState.Queued;
import dev.atelier.domain.job.JobState.Running;
import dev.atelier.domain.job.WorkerId;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.contract.JobsContract;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// New jobs go to the node's own worker in the commit that stores them.
final class HandoverTest extends PostgresTest implements JobsContract {

    /// A claim that is open for so many jobs at a time.
    private static final class Opened implements OpenClaim {

        private final WorkerId worker;
        private final int room;
        private final List<List<AIJob>> settled = new ArrayList<>();

        Opened(WorkerId worker, int room) {
            this.worker = worker;
            this.room = room;
        }

        @Override
        public Optional<Allowance> take() {
            return room == 0 ? Optional.empty() : Optional.of(new Allowance(worker, room));
        }

        @Override
        public void settle(List<AIJob> claimed) {
            settled.add(claimed);
        }
    }

    @AfterEach
    void closeForTheNextTest() {
        opened(0);
    }

    private Opened opened(int room) {
        var opened = new Opened(aLiveWorker(), room);
        jobs().queue().leaveOpen(opened);
        return opened;
    }

    @Test
    void a_new_job_is_claimed_when_it_is_stored() {
        var open = opened(3);

        var job = added(by(ALICE));

        assertThat(open.settled).containsExactly(List.of(found(job)));
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
    }

    @Test
    void whoever_waits_already_comes_first() {
        var waiting = added(by(BOB));
        var open = opened(3);

        var job = added(by(ALICE));

        assertThat(open.settled).containsExactly(List.of(found(waiting)));
        assertThat(found(job).state()).isInstanceOf(Queued.class);
    }

    @Test
    void nobody_is_claimed_where_there_is_no_room() {
        var open = opened(0);

        var job = added(by(ALICE));

        assertThat(open.settled).isEmpty();
        assertThat(found(job).state()).isInstanceOf(Queued.class);
    }

    @Test
    void a_user_gets_no_more_places_than_are_allowed() {
        var node = jobs().limitedTo(1);
        var open = new Opened(aLiveWorker(), 3);
        node.queue().leaveOpen(open);

        var first = by(ALICE).made();
        node.store().add(first);
        var second = by(ALICE).made();
        node.store().add(second);

        assertThat(ids(open)).containsExactly(first.job().id());
        assertThat(found(second.job()).state()).isInstanceOf(Queued.class);
    }

    private static List<JobId> ids(Opened open) {
        return open.settled.stream().flatMap(List::stream).map(AIJob::id).toList();
    }

    @Test
    void a_claim_is_settled_even_where_nothing_could_be_stored() {
        var open = opened(3);
        var job = by(ALICE).made();
        jobs().store().add(job);

        assertThatThrownBy(() -> jobs().store().add(job)).isInstanceOf(RuntimeException.class);

        assertThat(open.settled).hasSize(2).last().isEqualTo(List.of());
    }

    @Test
    void one_key_starts_one_job() {
        var open = opened(3);
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
                            public Optional<Allowance> take() {
                                return Optional.of(new Allowance(Jobs.aWorker(), 1));
                            }

                            @Override
                            public void settle(List<AIJob> claimed) {
                                throw new IllegalStateException("no thread for " + claimed);
                            }
                        });

        var job = added(by(ALICE));

        assertThat(found(job).version()).isEqualTo(2);
    }
}
