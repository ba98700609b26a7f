package dev.atelier.testkit.contract;

import static dev.atelier.testkit.Jobs.ALICE;
import static dev.atelier.testkit.Jobs.BOB;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.application.port.in.WebhookDelivery;
import dev.atelier.application.port.in.WebhookDelivery.Attempt;
import dev.atelier.application.port.in.WebhookDelivery.Status;
import dev.atelier.application.port.out.StaleCanvas;
import dev.atelier.application.port.out.StaleJob;
import dev.atelier.application.port.out.WebhookOutbox.Verdict.Delivered;
import dev.atelier.application.port.out.WebhookOutbox.Verdict.GivenUp;
import dev.atelier.application.port.out.WebhookOutbox.Verdict.Retry;
import dev.atelier.domain.canvas.Canvas;
import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.Announcement;
import dev.atelier.domain.job.Transition;
import dev.atelier.testkit.Jobs;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/// Each end of a job that somebody wants to hear of is written down with the end itself.
public interface WebhookLogContract extends WebhooksContract {

    private List<WebhookDelivery> of(AIJob job) {
        return jobs().webhooks().deliveries(job.id(), job.owner(), 10);
    }

    private AIJob runningToldTo() {
        return saved(added(by(ALICE).toldTo(HOOK)).start(aLiveWorker(), now()));
    }

    private void requireAnnounced(Transition end) {
        var job = saved(end);

        assertThat(of(job)).hasSize(1);
        assertThat(last(job).message()).isEqualTo(Announcement.of(end).orElseThrow());
        assertThat(last(job).status()).isEqualTo(Status.PENDING);
        assertThat(last(job).attempts()).isEmpty();
    }

    @Test
    default void every_end_is_announced_as_it_was() {
        requireAnnounced(Jobs.completion(runningToldTo(), now()));
        requireAnnounced(Jobs.failure(runningToldTo(), now()));
        requireAnnounced(runningToldTo().cancel(now()));
        requireAnnounced(added(by(ALICE).toldTo(HOOK)).cancel(now()));
        var late = by(ALICE).toldTo(HOOK).startingBy(now().minusSeconds(1));
        requireAnnounced(added(late).expire(now()));
    }

    @Test
    default void what_is_not_an_end_is_not_announced() {
        var job = runningToldTo();
        assertThat(of(job)).isEmpty();

        saved(Jobs.requeue(job, now().plusSeconds(60), now()));

        assertThat(of(job)).isEmpty();
        assertThat(claim()).isEmpty();
    }

    @Test
    default void an_end_that_nobody_wants_to_hear_of_leaves_nothing() {
        assertThat(of(completed(ALICE))).isEmpty();
        assertThat(claim()).isEmpty();
    }

    @Test
    default void an_end_that_came_too_late_is_not_announced() {
        var job = runningToldTo();
        var late = Jobs.completion(job, now());
        saved(job.cancel(now()));

        assertThatThrownBy(() -> saved(late)).isInstanceOf(StaleJob.class);

        assertThat(of(job)).hasSize(1);
        assertThat(last(job).message().ending().status()).isEqualTo("cancelled");
    }

    @Test
    default void an_end_whose_canvas_has_moved_on_is_not_announced() {
        var job = runningToldTo();
        var begun = Canvas.begin(new CanvasId("board"), ALICE, Jobs.DRAWN);
        jobs().store().save(runningToldTo().complete(begun, Jobs.BY_A_MODEL, now()));

        assertThatThrownBy(() -> saved(job.complete(begun, Jobs.BY_A_MODEL, now())))
                .isInstanceOf(StaleCanvas.class);

        assertThat(of(job)).isEmpty();
        assertThat(claim()).hasSize(1);
    }

    @Test
    default void a_job_that_ends_again_is_announced_again() {
        var first = announced(ALICE, HOOK);
        var second = saved(saved(first.retry(now())).cancel(now()));

        assertThat(of(second)).hasSize(2);
        assertThat(of(second).getFirst().message().id().version()).isEqualTo(second.version());
        assertThat(of(second).getLast().message().id().version()).isEqualTo(first.version());
        assertThat(claim()).hasSize(2);
        assertThat(jobs().webhooks().deliveries(second.id(), ALICE, 1)).hasSize(1);
    }

    @Test
    default void attempts_are_kept_in_their_order() {
        var job = announced(ALICE, HOOK);
        var refused = new Attempt(1, now(), null, "no \"answer\"", Duration.ofSeconds(15));
        jobs().outbox().settle(claim().getFirst(), refused, new Retry(now().minusSeconds(1)));
        var taken = answered(2, 204);
        jobs().outbox().settle(claim().getFirst(), taken, new Delivered());

        assertThat(last(job).attempts()).containsExactly(refused, taken);
        assertThat(last(job).lastError()).isNull();
    }

    @Test
    default void of_very_many_attempts_the_last_are_kept() {
        var job = announced(ALICE, HOOK);
        for (int n = 1; n <= WebhookDelivery.MAX_ATTEMPTS + 2; n++) {
            var answer = answered(n, 500);
            jobs().outbox().settle(claim().getFirst(), answer, new Retry(now().minusSeconds(1)));
        }

        assertThat(last(job).attempts()).hasSize(WebhookDelivery.MAX_ATTEMPTS);
        assertThat(last(job).attempts().getFirst().number()).isEqualTo(3);
    }

    @Test
    default void the_last_message_can_be_asked_for_again_with_a_fresh_count_of_tries() {
        var job = saved(saved(announced(ALICE, HOOK).retry(now())).cancel(now()));
        claim().forEach(it -> jobs().outbox().settle(it, answered(1, 500), new GivenUp()));

        assertThat(jobs().webhooks().sendAgain(job.id(), ALICE)).isTrue();

        assertThat(last(job).status()).isEqualTo(Status.PENDING);
        var again = claim();
        assertThat(again).hasSize(1);
        assertThat(again.getFirst().message()).isEqualTo(last(job).message());
        assertThat(again.getFirst().attempt()).isEqualTo(2);
        assertThat(again.getFirst().tries()).isEqualTo(1);
    }

    @Test
    default void an_attempt_under_way_does_not_undo_that_the_message_was_asked_for_again() {
        var job = announced(ALICE, HOOK);
        var underWay = claim().getFirst();
        jobs().webhooks().sendAgain(job.id(), ALICE);

        jobs().outbox().settle(underWay, answered(1, 200), new Delivered());

        assertThat(last(job).status()).isEqualTo(Status.PENDING);
        assertThat(last(job).attempts()).hasSize(1);
        assertThat(claim().getFirst().attempt()).isEqualTo(2);
    }

    @Test
    default void nobody_sees_or_sends_the_messages_of_somebody_else() {
        var job = announced(ALICE, HOOK);

        assertThat(jobs().webhooks().deliveries(job.id(), BOB, 10)).isEmpty();
        assertThat(jobs().webhooks().sendAgain(job.id(), BOB)).isFalse();
        assertThat(jobs().webhooks().sendAgain(added(by(BOB)).id(), BOB)).isFalse();
    }

    @Test
    default void messages_go_with_their_job() {
        var ended = now().minusSeconds(1);
        var deleted = saved(added(by(ALICE).toldTo(HOOK)).cancel(ended));
        var purged = saved(added(by(BOB).toldTo(HOOK)).cancel(ended));
        var underWay = claim().getFirst();

        jobs().store().delete(deleted);
        jobs().retention().purge(BOB, Duration.ZERO, 10);

        assertThat(of(deleted)).isEmpty();
        assertThat(of(purged)).isEmpty();
        jobs().outbox().settle(underWay, answered(1, 500), new Retry(now().minusSeconds(1)));
        assertThat(claim()).isEmpty();
    }
}
