package dev.atelier.application.administer;

import static dev.atelier.testkit.Jobs.ALICE;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.application.port.out.Models;
import dev.atelier.application.port.out.Models.Model;
import dev.atelier.testkit.MutableClock;
import dev.atelier.testkit.fakes.InMemoryJobs;
import dev.atelier.testkit.fakes.InMemoryPorts;
import dev.atelier.testkit.fakes.ScriptedGenerator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

class SteerWorkTest {

    private static final Models MODELS =
            () -> List.of(new Model("openai", "a", true), new Model("offline", null, false));

    private final InMemoryJobs jobs =
            new InMemoryJobs(MutableClock.atNoon(), Duration.ofSeconds(30));
    private final Semaphore looks = new Semaphore(0);
    private final BlockingQueue<Set<String>> orders = new LinkedBlockingQueue<>();
    private volatile Set<String> held = Set.of();
    private final SteerWorkService steer =
            new SteerWorkService(
                    InMemoryPorts.switching(
                            InMemoryPorts.of(jobs, new ScriptedGenerator()), MODELS, this::hold),
                    looks::release);

    private void hold(Set<String> providers) {
        held = providers;
        orders.add(providers);
    }

    @AfterEach
    void stop() throws InterruptedException {
        steer.stop();
        steer.awaitEnd(Duration.ofSeconds(5));
    }

    @Test
    void a_paused_provider_is_held_and_the_others_are_not() {
        steer.pause(ALICE, "openai", "over budget");

        assertThat(held).containsExactly("openai");
        assertThat(steer.pauses()).hasSize(1);
        assertThat(steer.pausable()).containsExactlyInAnyOrder("openai", "offline");
    }

    @Test
    void a_pause_of_all_work_holds_every_provider() {
        steer.pause(ALICE, null, null);

        assertThat(held).containsExactlyInAnyOrder("openai", "offline");
    }

    @Test
    void who_resumes_all_work_leaves_a_paused_provider_paused() {
        steer.pause(ALICE, "openai", null);
        steer.pause(ALICE, null, null);

        steer.resume(ALICE, null);

        assertThat(held).containsExactly("openai");
    }

    @Test
    void after_resuming_this_node_looks_for_work() {
        steer.pause(ALICE, null, null);
        assertThat(looks.availablePermits()).isZero();

        steer.resume(ALICE, null);

        assertThat(held).isEmpty();
        assertThat(looks.availablePermits()).isOne();
    }

    @Test
    void what_is_paused_when_a_node_starts_is_held_before_it_begins() {
        jobs.pauses().put(ALICE, "openai", null);

        steer.start(jobs.signals());

        assertThat(held).containsExactly("openai");
    }

    @Test
    @Timeout(10)
    void a_pause_and_its_end_that_no_hint_told_of_are_found_by_a_look()
            throws InterruptedException {
        var unheard = jobs.anotherNode().pauses();
        steer.start(jobs.signals());

        unheard.put(ALICE, "offline", null);
        lookUntilHeld(Set.of("offline"));

        unheard.remove("offline");
        lookUntilHeld(Set.of());
        looks.acquire();
    }

    private void lookUntilHeld(Set<String> wanted) throws InterruptedException {
        orders.clear();
        steer.seen(jobs.outlook().look(Duration.ZERO));
        while (!held.equals(wanted)) {
            orders.take();
        }
    }

    @Test
    @Timeout(10)
    void what_another_node_pauses_is_held_here_at_the_next_hint() throws InterruptedException {
        steer.start(jobs.signals());

        jobs.pauses().put(ALICE, "offline", null);

        while (!held.equals(Set.of("offline"))) {
            orders.take();
        }
    }
}
