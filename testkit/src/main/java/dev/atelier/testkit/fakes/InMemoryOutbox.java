package dev.atelier.testkit.fakes;

import static java.util.Comparator.comparing;

import dev.atelier.application.port.in.WebhookDelivery;
import dev.atelier.application.port.in.WebhookDelivery.Attempt;
import dev.atelier.application.port.out.WebhookLog;
import dev.atelier.application.port.out.WebhookOutbox;
import dev.atelier.domain.job.Announcement;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.Transition;
import dev.atelier.domain.job.UserId;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// [WebhookOutbox] and [WebhookLog] on a [Ledger].
final class InMemoryOutbox implements WebhookOutbox, WebhookLog {

    private static final Comparator<Letter> LATEST_FIRST =
            Comparator.comparingLong((Letter letter) -> letter.message().id().version()).reversed();

    private final Ledger ledger;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    InMemoryOutbox(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Claim claim(Limits limits, Collection<Delivery> underWay, Duration lease) {
        return ledger.atomically(
                () -> {
                    var now = ledger.now();
                    var taken = new ArrayList<>(underWay);
                    var claimed = new ArrayList<Delivery>();
                    for (var letter : due(now)) {
                        if (hasRoom(limits, taken, letter.message())) {
                            claimed.add(letter.claim(now.plus(lease)));
                            taken.add(claimed.getLast());
                        }
                    }
                    return claimed.isEmpty()
                            ? new Claim(List.of(), nextDue(limits, underWay))
                            : new Claim(List.copyOf(claimed), Optional.empty());
                });
    }

    private List<Letter> due(Instant now) {
        return ledger.mail
                .all()
                .filter(letter -> letter.due() != null && !letter.due().isAfter(now))
                .sorted(comparing(letter -> Objects.requireNonNull(letter.due())))
                .toList();
    }

    private static boolean hasRoom(
            Limits limits, Collection<Delivery> taken, Announcement message) {
        var sameReceiver =
                taken.stream()
                        .map(it -> it.message().to().receiver())
                        .filter(message.to().receiver()::equals)
                        .count();
        var sameUser =
                taken.stream()
                        .map(it -> it.message().owner())
                        .filter(message.owner()::equals)
                        .count();
        return taken.size() < limits.all()
                && sameReceiver < limits.perReceiver()
                && sameUser < limits.perUser();
    }

    private Optional<Instant> nextDue(Limits limits, Collection<Delivery> underWay) {
        return ledger.mail
                .all()
                .filter(letter -> hasRoom(limits, underWay, letter.message()))
                .map(Letter::due)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
    }

    @Override
    public void settle(Delivery delivery, Attempt attempt, Verdict verdict) {
        ledger.atomically(
                () ->
                        ledger.mail
                                .of(delivery.message().id())
                                .ifPresent(it -> it.settle(delivery, attempt, verdict)));
    }

    @Override
    public Duration overdue() {
        return ledger.atomically(
                () -> {
                    var now = ledger.now();
                    return due(now).stream()
                            .findFirst()
                            .map(letter -> Objects.requireNonNull(letter.due()))
                            .map(since -> Duration.between(since, now))
                            .orElse(Duration.ZERO);
                });
    }

    @Override
    public void listen(Runnable arrived) {
        listeners.add(arrived);
    }

    void tell(Transition stored) {
        if (Announcement.of(stored).isPresent()) {
            listeners.forEach(Runnable::run);
        }
    }

    @Override
    public List<WebhookDelivery> deliveries(JobId id, UserId owner, int limit) {
        return ledger.atomically(
                () ->
                        ledger.mail
                                .of(id, owner)
                                .sorted(LATEST_FIRST)
                                .limit(limit)
                                .map(Letter::read)
                                .toList());
    }

    @Override
    public boolean sendAgain(JobId id, UserId owner) {
        var last =
                ledger.atomically(
                        () -> {
                            var found = ledger.mail.of(id, owner).min(LATEST_FIRST);
                            found.ifPresent(letter -> letter.sendAgain(ledger.now()));
                            return found;
                        });
        last.ifPresent(_ -> listeners.forEach(Runnable::run));
        return last.isPresent();
    }
}
