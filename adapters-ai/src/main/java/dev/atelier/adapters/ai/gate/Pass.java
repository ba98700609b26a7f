package dev.atelier.adapters.ai.gate;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// The right to one call. Whoever holds it says how the call went, or nothing where that tells
/// nothing of the provider, and closes it.
public final class Pass implements AutoCloseable {

    private final ProviderGate gate;
    private final int closingsBefore;

    Pass(ProviderGate gate, int closingsBefore) {
        this.gate = gate;
        this.closingsBefore = closingsBefore;
    }

    int closingsBefore() {
        return closingsBefore;
    }

    /// The answer has begun.
    void accepted() {
        gate.accepted(this);
    }

    /// The provider did what it could, whether we like it or not.
    void answered() {
        gate.answered(this);
    }

    /// The provider, or the way to it, is broken.
    void failed(Throwable failure) {
        gate.failed(this, failure);
    }

    /// The provider asks for patience.
    ///
    /// @param told null if it does not say for how long
    void limited(@Nullable Duration told) {
        gate.limited(this, told);
    }

    @Override
    public void close() {
        gate.leave(this);
    }
}
