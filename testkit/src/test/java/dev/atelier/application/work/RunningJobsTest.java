package dev.atelier.application.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.application.work.AttemptOutcome.Interrupted;
import dev.atelier.application.work.AttemptOutcome.Reason;
import dev.atelier.domain.job.AIJob;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.fakes.ScriptedGenerator;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;

class RunningJobsTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final RunningJobs running = new RunningJobs(3);

    @Test
    void has_room_for_as_many_as_it_has_slots() {
        var first = added();
        added();

        assertThat(running.room()).isEqualTo(1);
        assertThat(running.count()).isEqualTo(2);

        running.remove(first);
        assertThat(running.room()).isEqualTo(2);
    }

    @Test
    void a_job_that_is_claimed_again_while_its_first_attempt_lets_go_takes_two_slots() {
        var job = Jobs.aRunningJob(Jobs.aWorker());
        var first = added(job);
        var second = added(job);

        assertThat(running.room()).isEqualTo(1);
        assertThat(running.undecided(Set.of(job.id()))).containsExactly(first, second);

        running.remove(first);
        assertThat(running.room()).isEqualTo(2);
        assertThat(running.undecided()).containsExactly(second);
    }

    @Test
    void knows_who_may_still_be_lost() throws Exception {
        var undecided = added();
        var decided = added();
        decided.interrupt(Reason.SHUTDOWN);

        assertThat(running.undecided()).containsExactly(undecided);
        assertThat(running.undecided(Set.of(decided.job().id()))).isEmpty();
        assertThat(running.undecided(Set.of(undecided.job().id()))).containsExactly(undecided);
    }

    @Test
    void stops_all_at_once() throws Exception {
        var first = added();
        var second = added();

        running.interruptAll(Reason.LEASE_LOST);

        assertThat(first.run()).isEqualTo(new Interrupted(Reason.LEASE_LOST));
        assertThat(second.run()).isEqualTo(new Interrupted(Reason.LEASE_LOST));
    }

    @Test
    void waits_until_the_last_one_has_gone() throws Exception {
        var first = added();
        var second = added();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var none = threads.submit(() -> running.awaitNone(LONG));
            running.remove(first);
            running.remove(second);

            assertThat(none.get()).isTrue();
        }
    }

    @Test
    void says_when_patience_was_over_first() throws Exception {
        var attempt = added();

        assertThat(running.awaitNone(Duration.ZERO)).isFalse();
        assertThat(running.awaitNone(Duration.ofMillis(5))).isFalse();

        running.remove(attempt);
        assertThat(running.awaitNone(Duration.ZERO)).isTrue();
    }

    private Attempt added() {
        return added(Jobs.aRunningJob(Jobs.aWorker()));
    }

    private Attempt added(AIJob job) {
        var attempt = new Attempt(job, Given.assignments(), new ScriptedGenerator(), _ -> {}, LONG);
        running.add(attempt);
        return attempt;
    }
}
