package dev.atelier.application.announce;

import static dev.atelier.application.announce.Given.HOOK;
import static dev.atelier.application.announce.Given.LONG;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.application.loop.Pacing;
import dev.atelier.application.port.in.WebhookDelivery.Attempt;
import dev.atelier.application.port.out.WebhookOutbox.Delivery;
import dev.atelier.application.port.out.WebhookOutbox.Limits;
import dev.atelier.application.port.out.WebhookOutbox.Verdict.Retry;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// One round of the loop.
class DeliverWebhooksTest {

    private final Given given = new Given();
    private final List<Delivery> underWay = new ArrayList<>();
    private final DeliverWebhooks deliver =
            new DeliverWebhooks(
                    given.jobs.outbox(), new Limits(2, 2, 2), new Pacing(LONG, given.clock));

    private Duration round() {
        return deliver.round(underWay, underWay::add);
    }

    @Test
    void hands_over_what_is_due_and_looks_again_at_once() {
        given.announced(HOOK);

        assertThat(round()).isZero();

        assertThat(underWay).hasSize(1);
    }

    @Test
    void sleeps_as_long_as_it_may_where_nothing_waits() {
        assertThat(round()).isEqualTo(LONG);
    }

    @Test
    void sleeps_until_the_next_message_falls_due() {
        given.announced(HOOK);
        round();
        var delivery = underWay.removeFirst();
        var due = given.clock.instant().plusSeconds(7);
        var refused = new Attempt(1, given.clock.instant(), 500, null, Duration.ZERO);
        given.jobs.outbox().settle(delivery, refused, new Retry(due));

        assertThat(round()).isEqualTo(Duration.ofSeconds(7));
        given.clock.pushForward(Duration.ofSeconds(7));
        assertThat(round()).isZero();
        assertThat(underWay.getFirst().attempt()).isEqualTo(2);
    }

    @Test
    void takes_no_more_than_there_is_room_for_and_asks_for_nothing_while_there_is_none() {
        given.announced(HOOK);
        given.announced(HOOK);
        given.announced(HOOK);

        round();
        assertThat(underWay).hasSize(2);
        assertThat(round()).isEqualTo(LONG);
        assertThat(underWay).hasSize(2);

        underWay.removeFirst();
        round();
        assertThat(underWay).hasSize(2);
    }
}
