package dev.atelier.bootstrap.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.bootstrap.selftest.Step.Deed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;

final class FaultPlanTest {

    private static final Duration LEASE = Duration.ofSeconds(5);

    private static Options seeded(int seed) {
        return new Options(10_000, 20, 10, 10, LEASE, seed);
    }

    @Test
    void the_same_seed_plans_the_same_and_another_seed_does_not() {
        assertThat(FaultPlan.of(seeded(3))).isEqualTo(FaultPlan.of(seeded(3)));
        assertThat(FaultPlan.of(seeded(3))).isNotEqualTo(FaultPlan.of(seeded(4)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void has_as_many_of_each_as_was_asked_for_in_the_order_of_time(int seed) {
        var plan = FaultPlan.of(seeded(seed));

        assertThat(plan).filteredOn(step -> step.deed() == Deed.KILL).hasSize(20);
        assertThat(plan).filteredOn(step -> step.deed() == Deed.FREEZE).hasSize(10);
        assertThat(plan).filteredOn(step -> step.deed() == Deed.THAW).hasSize(10);
        assertThat(plan).filteredOn(step -> step.deed() == Deed.CUT).hasSize(10);
        assertThat(plan).isSortedAccordingTo(Comparator.comparing(Step::at));
        assertThat(plan.getLast().at()).isLessThan(LEASE.multipliedBy(60));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void whoever_is_frozen_thaws_after_the_lease_and_meets_nothing_else_meanwhile(int seed) {
        var frozenSince = new HashMap<Integer, Duration>();
        for (var step : FaultPlan.of(seeded(seed))) {
            if (step.deed() == Deed.THAW) {
                var since = frozenSince.remove(step.worker());
                assertThat(since).isNotNull();
                assertThat(step.at().minus(since)).isGreaterThan(LEASE);
            } else {
                assertThat(frozenSince).as("%s", step).doesNotContainKey(step.worker());
                if (step.deed() == Deed.FREEZE) {
                    frozenSince.put(step.worker(), step.at());
                }
            }
            assertThat(frozenSince).hasSizeLessThan(FaultPlan.WORKERS);
        }
        assertThat(frozenSince).isEmpty();
    }

    @Test
    void without_faults_there_is_nothing_to_do() {
        assertThat(FaultPlan.of(new Options(10, 0, 0, 0, LEASE, 1))).isEmpty();
    }
}
