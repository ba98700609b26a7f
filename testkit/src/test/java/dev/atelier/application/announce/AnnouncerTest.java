package dev.atelier.application.announce;

import static dev.atelier.application.announce.Given.HOOK;
import static dev.atelier.application.announce.Given.LONG;
import static dev.atelier.application.announce.Given.OTHER_HOOK;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.application.Ports;
import dev.atelier.application.port.in.WebhookDelivery.Status;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.UserId;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.fakes.InMemoryPorts;
import dev.atelier.testkit.fakes.ScriptedGenerator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// The loop with real threads; only its clock stands still.
class AnnouncerTest {

    private final Given given = new Given();
    private final List<Announcer> started = new ArrayList<>();

    private Announcer start() {
        var announcer = Announcer.of(ports(), LONG, given.clock, new Random(1));
        started.add(announcer);
        announcer.start();
        return announcer;
    }

    private Ports ports() {
        return InMemoryPorts.telling(
                InMemoryPorts.of(given.jobs, new ScriptedGenerator()), given.sender);
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (var announcer : started) {
            stop(announcer);
        }
    }

    private static void stop(Announcer announcer) throws InterruptedException {
        announcer.stop();
        announcer.awaitEnd(Duration.ofMillis(200));
    }

    private void awaitStatus(AIJob job, Status status) {
        while (given.last(job).status() != status) {
            Thread.onSpinWait();
        }
    }

    @Test
    void a_receiver_is_told_as_soon_as_the_end_is_stored() throws Exception {
        var announcer = start();

        var job = given.announced(HOOK);

        assertThat(given.sender.awaitBegun().id().job()).isEqualTo(job.id());
        awaitStatus(job, Status.DELIVERED);
        while (announcer.attemptsMade().isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(announcer.attemptsMade()).containsEntry("delivered", 1L);
    }

    @Test
    void what_was_stored_before_the_start_is_not_forgotten() throws Exception {
        var job = given.announced(HOOK);

        start();

        awaitStatus(job, Status.DELIVERED);
    }

    @Test
    void a_receiver_that_hangs_keeps_nobody_else_waiting() throws Exception {
        given.sender.hangAt(HOOK);
        start();
        for (int n = 0; n < 200; n++) {
            given.announced(new UserId("user-" + n), HOOK);
        }

        var job = given.announced(Jobs.BOB, OTHER_HOOK);

        awaitStatus(job, Status.DELIVERED);
        assertThat(given.sender.sent())
                .filteredOn(message -> message.to().equals(HOOK))
                .hasSizeLessThanOrEqualTo(DeliverWebhooks.LIMITS.perReceiver());
    }

    @Test
    void a_place_that_becomes_free_is_used_at_once() throws Exception {
        start();
        var jobs = new ArrayList<AIJob>();
        for (int n = 0; n < 200; n++) {
            jobs.add(given.announced(HOOK));
        }

        jobs.forEach(job -> awaitStatus(job, Status.DELIVERED));

        assertThat(given.sender.sent()).doesNotHaveDuplicates().hasSize(200);
    }

    @Test
    void what_a_stop_breaks_off_is_sent_again_under_the_same_id() throws Exception {
        given.sender.hangAt(HOOK);
        var announcer = start();
        var job = given.announced(HOOK);
        var first = given.sender.awaitBegun();

        stop(announcer);
        given.sender.awaitInterrupted();
        given.sender.letGo(HOOK);
        given.clock.pushForward(DeliverWebhooks.LEASE);
        start();

        assertThat(given.sender.awaitBegun().id()).isEqualTo(first.id());
        awaitStatus(job, Status.DELIVERED);
    }

    @Test
    void two_nodes_tell_each_receiver_once() throws Exception {
        start();
        start();
        var jobs = new ArrayList<AIJob>();
        for (int n = 0; n < 100; n++) {
            jobs.add(given.announced(HOOK));
        }

        jobs.forEach(job -> awaitStatus(job, Status.DELIVERED));

        assertThat(given.sender.sent()).doesNotHaveDuplicates().hasSize(100);
    }
}
