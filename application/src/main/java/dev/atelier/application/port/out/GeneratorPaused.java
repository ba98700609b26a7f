package dev.atelier.application.port.out;

import java.time.Instant;

/// Nobody was asked: every provider wants to be left alone for now. The attempt never was. Whoever
/// throws this says so in [Models] too, so that no more work is begun meanwhile.
public final class GeneratorPaused extends RuntimeException {

    private final transient Instant until;

    /// @param until when it is worth trying again; now, if a call that is under way must end first
    public GeneratorPaused(Instant until) {
        super("no provider can be asked before " + until);
        this.until = until;
    }

    public Instant until() {
        return until;
    }
}
