package dev.atelier.testkit.contract;

import static dev.atelier.testkit.Jobs.ALICE;
import static dev.atelier.testkit.Jobs.BOB;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.application.port.in.SteerWork.Pause;
import dev.atelier.application.port.out.JobSignals;
import dev.atelier.domain.job.JobId;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// What is paused is written once for all, and whoever changes it says so.
public interface PauseBoardContract extends JobsContract {

    private List<Pause> pauses() {
        return jobs().pauses().pauses();
    }

    @Test
    default void nothing_is_paused_at_first() {
        assertThat(pauses()).isEmpty();
        assertThat(jobs().pauses().remove(null)).isFalse();
    }

    @Test
    default void all_work_and_providers_are_paused_apart() {
        jobs().pauses().put(ALICE, "openai", "over budget");
        jobs().pauses().put(BOB, null, null);

        assertThat(pauses()).extracting(Pause::provider).containsExactly("openai", null);
        assertThat(pauses()).extracting(Pause::reason).containsExactly("over budget", null);
        assertThat(pauses()).extracting(Pause::by).containsExactly(ALICE, BOB);
        assertThat(pauses().getFirst().since())
                .isBetween(now().minusSeconds(60), now().plusSeconds(60));

        assertThat(jobs().pauses().remove(null)).isTrue();
        assertThat(pauses()).extracting(Pause::provider).containsExactly("openai");
    }

    @Test
    default void a_second_pause_of_the_same_replaces_the_first() {
        jobs().pauses().put(ALICE, "openai", "over budget");
        jobs().pauses().put(BOB, "openai", "it answers nonsense");

        assertThat(pauses()).hasSize(1);
        assertThat(pauses().getFirst().reason()).isEqualTo("it answers nonsense");
        assertThat(pauses().getFirst().by()).isEqualTo(BOB);
    }

    @Test
    default void each_change_is_a_reason_to_look() {
        var looks = new Looks();
        jobs().signals().listen(looks);
        var before = looks.count.get();

        jobs().pauses().put(ALICE, null, null);
        assertThat(looks.count.get()).isGreaterThan(before);

        before = looks.count.get();
        jobs().pauses().remove(null);
        assertThat(looks.count.get()).isGreaterThan(before);
    }

    /// Counts.
    final class Looks implements JobSignals.Listener {

        private final AtomicInteger count = new AtomicInteger();

        @Override
        public void queued() {}

        @Override
        public void ended(Set<JobId> jobs) {}

        @Override
        public void lookAgain() {
            count.incrementAndGet();
        }
    }
}
