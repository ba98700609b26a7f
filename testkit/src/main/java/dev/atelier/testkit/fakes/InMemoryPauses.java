package dev.atelier.testkit.fakes;

import dev.atelier.application.port.in.SteerWork.Pause;
import dev.atelier.application.port.out.PauseBoard;
import dev.atelier.domain.job.UserId;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Pauses in the order in which they began.
final class InMemoryPauses implements PauseBoard {

    private static final String ALL_WORK = "";

    private final Ledger ledger;
    private final InMemorySignals signals;

    InMemoryPauses(Ledger ledger, InMemorySignals signals) {
        this.ledger = ledger;
        this.signals = signals;
    }

    @Override
    public List<Pause> pauses() {
        return ledger.atomically(() -> List.copyOf(ledger.pauses.values()));
    }

    @Override
    public void put(UserId by, @Nullable String provider, @Nullable String reason) {
        ledger.atomically(
                () -> {
                    ledger.pauses.remove(key(provider));
                    ledger.pauses.put(key(provider), new Pause(provider, reason, by, ledger.now()));
                });
        signals.lookAgain();
    }

    @Override
    public boolean remove(@Nullable String provider) {
        var removed = ledger.atomically(() -> ledger.pauses.remove(key(provider)) != null);
        signals.lookAgain();
        return removed;
    }

    private static String key(@Nullable String provider) {
        return provider == null ? ALL_WORK : provider;
    }
}
