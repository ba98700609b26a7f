package dev.atelier.testkit.contract;

import static dev.atelier.testkit.Jobs.ALICE;
import static dev.atelier.testkit.Jobs.BOB;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.application.port.out.Outlook.Sight;
import dev.atelier.application.port.out.WebhookOutbox.Verdict.Delivered;
import dev.atelier.application.port.out.WebhookOutbox.Verdict.Retry;
import dev.atelier.testkit.Jobs;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/// What there is to do, of which kind, and nothing else.
public interface OutlookContract extends WebhooksContract {

    Duration SOON = Duration.ofMinutes(10);

    private void requireSight(Sight expected) {
        assertThat(jobs().outlook().look(SOON)).isEqualTo(expected);
    }

    private static Sight nothing() {
        return new Sight(false, false, false, false, false);
    }

    private static Sight waiting() {
        return new Sight(true, false, false, false, false);
    }

    private static Sight running() {
        return new Sight(false, true, false, false, false);
    }

    private static Sight announcing() {
        return new Sight(false, false, false, true, false);
    }

    @Test
    default void an_empty_store_has_nothing_to_do() {
        requireSight(nothing());
    }

    @Test
    default void jobs_that_have_ended_are_nothing_to_do() {
        completed(ALICE);
        saved(added(by(BOB)).cancel(now()));

        requireSight(nothing());
    }

    @Test
    default void a_job_waits_until_it_runs_and_runs_until_it_ends() {
        var job = added(by(ALICE));
        requireSight(waiting());

        var started = saved(job.start(aLiveWorker(), now()));
        requireSight(running());

        saved(Jobs.completion(started, now()));
        requireSight(nothing());
    }

    @Test
    default void a_job_of_a_worker_that_nobody_knows_runs_all_the_same() {
        running(ALICE, Jobs.aWorker());

        requireSight(running());
    }

    @Test
    default void a_delayed_job_waits_if_it_falls_due_soon() {
        var job = added(by(ALICE).notBefore(now().plusSeconds(60)));
        requireSight(waiting());

        saved(job.cancel(now()));
        added(by(BOB).notBefore(now().plusSeconds(6000)));
        requireSight(nothing());
    }

    @Test
    default void a_delayed_job_that_has_become_due_waits() {
        var delayed = added(by(ALICE).notBefore(now().plusSeconds(6000)));

        jobs().makeDue(delayed);

        requireSight(waiting());
    }

    @Test
    default void a_job_past_its_time_to_start_is_expired_and_does_not_wait() {
        var job = added(by(ALICE).startingBy(now().minusSeconds(1)));
        requireSight(new Sight(false, false, true, false, false));

        saved(job.expire(now()));
        requireSight(nothing());

        added(by(ALICE).startingBy(now().plusSeconds(60)));
        requireSight(waiting());
    }

    @Test
    default void a_message_is_to_be_sent_until_it_is_delivered_or_waits_for_long() {
        announced(ALICE, HOOK);
        requireSight(announcing());

        var first = claim().getFirst();
        requireSight(announcing());
        jobs().outbox().settle(first, answered(1, 503), new Retry(now().plusSeconds(6000)));
        requireSight(nothing());

        jobs().makeDue(first.message().id());
        requireSight(announcing());
        jobs().outbox().settle(claim().getFirst(), answered(2, 204), new Delivered());
        requireSight(nothing());
    }

    @Test
    default void a_pause_is_seen_until_it_is_over() {
        jobs().pauses().put(ALICE, "openai", null);
        requireSight(new Sight(false, false, false, false, true));

        jobs().pauses().remove("openai");
        requireSight(nothing());
    }
}
