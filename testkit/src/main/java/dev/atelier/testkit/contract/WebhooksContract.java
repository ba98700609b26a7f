package dev.atelier.testkit.contract;

import dev.atelier.application.port.in.WebhookDelivery;
import dev.atelier.application.port.in.WebhookDelivery.Attempt;
import dev.atelier.application.port.out.WebhookOutbox.Delivery;
import dev.atelier.application.port.out.WebhookOutbox.Limits;
import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.UserId;
import dev.atelier.domain.job.WebhookUrl;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// What contracts about messages share.
interface WebhooksContract extends JobsContract {

    WebhookUrl HOOK = new WebhookUrl("https://hooks.example/atelier?key=1");
    WebhookUrl OTHER_HOOK = new WebhookUrl("https://other.example/");
    Duration LEASE = Duration.ofSeconds(30);
    Limits AMPLE = new Limits(100, 100, 100);

    /// A job that was cancelled just now, and somebody wants to know.
    default AIJob announced(UserId owner, WebhookUrl receiver) {
        return saved(added(by(owner).toldTo(receiver)).cancel(now()));
    }

    default List<Delivery> claim() {
        return claim(AMPLE, List.of());
    }

    default List<Delivery> claim(Limits limits, Collection<Delivery> underWay) {
        return jobs().outbox().claim(limits, underWay, LEASE).deliveries();
    }

    /// As the loop does it: again until nothing more is to be had.
    default List<Delivery> claimAll(Limits limits) {
        var claimed = new ArrayList<Delivery>();
        for (var some = claim(limits, claimed); !some.isEmpty(); some = claim(limits, claimed)) {
            claimed.addAll(some);
        }
        return claimed;
    }

    default Attempt answered(int number, int code) {
        return new Attempt(number, now(), code, null, Duration.ofMillis(120));
    }

    default WebhookDelivery last(AIJob job) {
        return jobs().webhooks().deliveries(job.id(), job.owner(), 10).getFirst();
    }
}
