package dev.atelier.testkit.fakes;

import dev.atelier.application.port.out.Outlook;
import dev.atelier.domain.job.JobState.Queued;
import dev.atelier.domain.job.JobState.Running;

import java.time.Duration;
import java.time.Instant;

/// [Outlook] on a [Ledger].
final class InMemoryOutlook implements Outlook {

    private final Ledger ledger;

    InMemoryOutlook(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Sight look(Duration soon) {
        return ledger.atomically(() -> sight(ledger.now(), ledger.now().plus(soon)));
    }

    private Sight sight(Instant now, Instant then) {
        return new Sight(
                ledger.rows().anyMatch(row -> waits(row, now, then)),
                ledger.rows().anyMatch(row -> row.job().state() instanceof Running),
                ledger.rows().anyMatch(row -> row.isQueued() && row.job().terms().expiredAt(now)),
                ledger.mail.all().anyMatch(it -> it.due() != null && !it.due().isAfter(then)),
                !ledger.pauses.isEmpty());
    }

    private static boolean waits(Row row, Instant now, Instant then) {
        return row.job().state() instanceof Queued(var notBefore)
                && !notBefore.isAfter(then)
                && !row.job().terms().expiredAt(now);
    }
}
