package dev.atelier.testkit.fakes;

import dev.atelier.domain.job.AIJob;
import dev.atelier.domain.job.Announcement;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.MessageId;
import dev.atelier.domain.job.UserId;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// All messages, in the order of their coming. Guarded by the [Ledger] it is in.
final class Mail {

    private final Map<MessageId, Letter> letters = new LinkedHashMap<>();

    void add(Announcement message, Instant now) {
        letters.put(message.id(), new Letter(message, now));
    }

    void forget(AIJob job) {
        letters.keySet().removeIf(id -> id.job().equals(job.id()));
    }

    void makeDue(MessageId id, Instant now) {
        of(id).orElseThrow().makeDue(now);
    }

    Optional<Letter> of(MessageId id) {
        return Optional.ofNullable(letters.get(id));
    }

    Stream<Letter> of(JobId job, UserId owner) {
        return all().filter(letter -> letter.message().id().job().equals(job))
                .filter(letter -> letter.message().owner().equals(owner));
    }

    Stream<Letter> all() {
        return letters.values().stream();
    }
}
