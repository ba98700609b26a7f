package dev.atelier.testkit.fakes;

import dev.atelier.application.port.out.WorkerRegistry;
import dev.atelier.domain.job.WorkerId;
import dev.atelier.testkit.fakes.Ledger.Lease;

/// [WorkerRegistry] on a [Ledger].
final class InMemoryWorkers implements WorkerRegistry {

    private final Ledger ledger;

    InMemoryWorkers(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void join(WorkerId worker, int slots) {
        ledger.atomically(
                () -> {
                    ledger.workers.put(worker, new Lease(slots, ledger.now(), ledger.now()));
                });
    }

    @Override
    public boolean beat(WorkerId worker) {
        return ledger.atomically(
                () ->
                        ledger.workers.computeIfPresent(
                                        worker, (_, lease) -> lease.beatenAt(ledger.now()))
                                != null);
    }

    @Override
    public void leave(WorkerId worker) {
        ledger.atomically(
                () -> {
                    ledger.workers.remove(worker);
                });
    }

    @Override
    public void forgetSilent() {
        ledger.atomically(
                () -> {
                    ledger.workers
                            .keySet()
                            .removeIf(worker -> !ledger.isAlive(worker) && holdsNothing(worker));
                });
    }

    private boolean holdsNothing(WorkerId worker) {
        return ledger.rows().noneMatch(row -> row.isHeldBy(worker));
    }
}
