package dev.atelier.application.announce;

import dev.atelier.application.port.out.WebhookOutbox.Verdict;
import dev.atelier.application.port.out.WebhookOutbox.Verdict.Delivered;
import dev.atelier.application.port.out.WebhookOutbox.Verdict.GivenUp;
import dev.atelier.application.port.out.WebhookOutbox.Verdict.Gone;
import dev.atelier.application.port.out.WebhookOutbox.Verdict.Retry;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/// Counts the attempts of this node by what followed.
final class DeliveryMeter {

    private final Map<String, LongAdder> attempts = new ConcurrentHashMap<>();

    void count(Verdict verdict) {
        attempts.computeIfAbsent(word(verdict), _ -> new LongAdder()).increment();
    }

    Map<String, Long> read() {
        return attempts.entrySet().stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, entry -> entry.getValue().sum()));
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
