package dev.atelier.application.announce;

import dev.atelier.application.measure.Tally;
import dev.atelier.application.port.out.WebhookOutbox.Verdict;
import dev.atelier.application.port.out.WebhookOutbox.Verdict.Delivered;
import dev.atelier.application.port.out.WebhookOutbox.Verdict.GivenUp;
import dev.atelier.application.port.out.WebhookOutbox.Verdict.Gone;
import dev.atelier.application.port.out.WebhookOutbox.Verdict.Retry;

import java.util.Map;

/// Counts the attempts of this node by what followed.
final class DeliveryMeter {

    private final Tally<String> attempts = new Tally<>();

    void count(Verdict verdict) {
        attempts.count(word(verdict));
    }

    Map<String, Long> read() {
        return attempts.read();
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case Delivered _ -> "delivered";
            case Retry _ -> "retried";
            case GivenUp _ -> "failed";
            case Gone _ -> "gone";
        };
    }
}
