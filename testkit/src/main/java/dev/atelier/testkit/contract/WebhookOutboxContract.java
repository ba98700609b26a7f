package dev.atelier.testkit.contract;

import static dev.atelier.testkit.Jobs.ALICE;
import static dev.atelier.testkit.Jobs.BOB;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.application.port.in.WebhookDelivery.Status;
import dev.atelier.application.port.out.WebhookOutbox.Limits;
import dev.atelier.application.port.out.WebhookOutbox.Verdict.Delivered;
import dev.atelier.application.port.out.WebhookOutbox.Verdict.GivenUp;
import dev.atelier.application.port.out.WebhookOutbox.Verdict.Gone;
import dev.atelier.application.port.out.WebhookOutbox.Verdict.Retry;
import dev.atelier.domain.job.UserId;
import dev.atelier.domain.job.WebhookUrl;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Every message goes to one claimer at a time, again and again until somebody settles it for good.
public interface WebhookOutboxContract extends WebhooksContract {

    @Test
    default void a_message_is_due_at_once_and_claimed_once() {
        var job = announced(ALICE, HOOK);

        var claimed = claim();

        assertThat(claimed).hasSize(1);
        var delivery = claimed.getFirst();
        assertThat(delivery.message().id().job()).isEqualTo(job.id());
        assertThat(delivery.attempt()).isEqualTo(1);
        assertThat(delivery.tries()).isEqualTo(1);
        assertThat(claim()).isEmpty();
    }

    @Test
    default void a_message_is_overdue_from_when_it_is_due_until_it_is_claimed() {
        assertThat(jobs().outbox().overdue()).isZero();
        announced(ALICE, HOOK);

        assertThat(jobs().outbox().overdue()).isBetween(Duration.ZERO, Duration.ofSeconds(10));
        var delivery = claim().getFirst();
        assertThat(jobs().outbox().overdue()).isZero();

        var due = new Retry(now().minusSeconds(300));
        jobs().outbox().settle(delivery, answered(1, 503), due);
        assertThat(jobs().outbox().overdue())
                .isBetween(Duration.ofSeconds(299), Duration.ofSeconds(360));
    }

    @Test
    default void a_message_whose_claimer_fell_silent_is_due_again_when_the_lease_is_over() {
        announced(ALICE, HOOK);
        var first = claim().getFirst();
        assertThat(jobs().outbox().claim(AMPLE, List.of(), LEASE).nextDue())
                .hasValueSatisfying(due -> assertThat(due).isAfter(now()));

        jobs().makeDue(first.message().id());

        var second = claim().getFirst();
        assertThat(second.message()).isEqualTo(first.message());
        assertThat(second.attempt()).isEqualTo(2);
        assertThat(second.tries()).isEqualTo(2);
    }

    @Test
    default void claimers_at_the_same_moment_share_nothing() {
        for (int n = 0; n < 20; n++) {
            announced(ALICE, HOOK);
        }

        var claims = Together.call(4, _ -> claimAll(AMPLE));

        var ids = claims.stream().flatMap(List::stream).map(it -> it.message().id()).toList();
        assertThat(ids).doesNotHaveDuplicates().hasSize(20);
    }

    @Test
    default void what_was_delivered_given_up_or_not_wanted_is_never_due_again() {
        var delivered = announced(ALICE, HOOK);
        var failed = announced(ALICE, HOOK);
        var gone = announced(ALICE, HOOK);
        for (var delivery : claim()) {
            var id = delivery.message().id().job();
            var verdict =
                    id.equals(delivered.id())
                            ? new Delivered()
                            : id.equals(failed.id()) ? new GivenUp() : new Gone();
            jobs().outbox().settle(delivery, answered(1, 500), verdict);
        }

        assertThat(last(delivered).status()).isEqualTo(Status.DELIVERED);
        assertThat(last(failed).status()).isEqualTo(Status.FAILED);
        assertThat(last(gone).status()).isEqualTo(Status.GONE);
        assertThat(List.of(delivered, failed, gone))
                .allSatisfy(job -> assertThat(last(job).nextAttemptAt()).isNull());
        var claim = jobs().outbox().claim(AMPLE, List.of(), LEASE);
        assertThat(claim.deliveries()).isEmpty();
        assertThat(claim.nextDue()).isEmpty();
    }

    @Test
    default void a_retry_waits_until_it_is_due() {
        var job = announced(ALICE, HOOK);
        var due = now().plusSeconds(3600);

        jobs().outbox().settle(claim().getFirst(), answered(1, 503), new Retry(due));

        assertThat(last(job).status()).isEqualTo(Status.PENDING);
        assertThat(last(job).nextAttemptAt()).isEqualTo(due);
        var claim = jobs().outbox().claim(AMPLE, List.of(), LEASE);
        assertThat(claim.deliveries()).isEmpty();
        assertThat(claim.nextDue()).contains(due);

        jobs().makeDue(last(job).message().id());
        assertThat(claim().getFirst().attempt()).isEqualTo(2);
    }

    @Test
    default void a_claimer_that_lost_the_message_settles_nothing() {
        var job = announced(ALICE, HOOK);
        var late = claim().getFirst();
        jobs().makeDue(late.message().id());
        var present = claim().getFirst();

        jobs().outbox().settle(late, answered(1, 410), new Gone());

        assertThat(last(job).status()).isEqualTo(Status.PENDING);
        assertThat(last(job).attempts()).isEmpty();
        var answer = answered(2, 200);
        jobs().outbox().settle(present, answer, new Delivered());
        assertThat(last(job).status()).isEqualTo(Status.DELIVERED);
        assertThat(last(job).attempts()).containsExactly(answer);
    }

    @Test
    default void a_slow_receiver_gets_its_share_and_hides_nobody() {
        for (int n = 0; n < 30; n++) {
            announced(new UserId("user-" + n), HOOK);
        }
        announced(BOB, OTHER_HOOK);

        var claimed = claimAll(new Limits(10, 3, 10));

        assertThat(claimed).hasSize(4);
        assertThat(claimed).filteredOn(it -> it.message().to().equals(HOOK)).hasSize(3);
        assertThat(claimed).filteredOn(it -> it.message().to().equals(OTHER_HOOK)).hasSize(1);
        assertThat(jobs().outbox().claim(new Limits(10, 3, 10), claimed, LEASE).nextDue())
                .as("what waits for a full receiver wakes nobody")
                .hasValueSatisfying(due -> assertThat(due).isAfter(now()));
    }

    @Test
    default void a_user_with_many_slow_receivers_gets_their_share_and_hides_nobody() {
        for (int n = 0; n < 30; n++) {
            announced(ALICE, new WebhookUrl("https://h" + n + ".example"));
        }
        announced(BOB, OTHER_HOOK);

        var claimed = claimAll(new Limits(10, 3, 4));

        assertThat(claimed).filteredOn(it -> it.message().owner().equals(ALICE)).hasSize(4);
        assertThat(claimed).filteredOn(it -> it.message().owner().equals(BOB)).hasSize(1);
    }

    @Test
    default void no_more_are_claimed_than_there_is_room_for() {
        for (int n = 0; n < 6; n++) {
            announced(ALICE, HOOK);
        }
        var limits = new Limits(4, 100, 100);

        var claimed = claim(limits, List.of());

        assertThat(claimed).hasSize(4);
        assertThat(claim(limits, claimed)).isEmpty();
        assertThat(claim(limits, claimed.subList(0, 3))).hasSize(1);
    }

    @Test
    default void a_message_is_heard_of_once_it_is_stored() {
        var heard = new AtomicInteger();
        var plain = added(by(ALICE));
        var told = added(by(ALICE).toldTo(HOOK));
        jobs().outbox().listen(heard::incrementAndGet);

        saved(plain.cancel(now()));
        assertThat(heard).hasValue(0);

        saved(told.cancel(now()));
        assertThat(heard).hasValue(1);
        jobs().webhooks().sendAgain(told.id(), ALICE);
        assertThat(heard).hasValue(2);
    }
}
