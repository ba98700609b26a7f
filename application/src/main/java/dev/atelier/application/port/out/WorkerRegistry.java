package dev.atelier.application.port.out;

import dev.atelier.domain.job.WorkerId;

/// Which workers live. Each renews one lease, whatever number of jobs it runs; the store's clock
/// judges it.
public interface WorkerRegistry {

    /// A new worker with room for `slots` jobs begins its lease.
    void join(WorkerId worker, int slots);

    /// Renews the lease.
    ///
    /// @return false if the worker is not known any more: its jobs may be with others
    boolean beat(WorkerId worker);

    /// An orderly end.
    void leave(WorkerId worker);

    /// Forgets workers whose lease has ended and who hold no job.
    void forgetSilent();
}
