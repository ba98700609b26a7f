package dev.atelier.adapters.ai;

import dev.atelier.adapters.ai.gate.GatedGenerator;
import dev.atelier.adapters.ai.gate.ProviderGate;
import dev.atelier.adapters.ai.provider.Provider.Opened;
import dev.atelier.application.port.out.Models.Model;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// A provider that may be asked, if its gate allows.
record Candidate(Opened opened, ProviderGate gate) {

    static Candidate of(Opened opened, InstantSource clock, RandomGenerator random) {
        var model = opened.model();
        var name = model == null ? opened.provider() : opened.provider() + " (" + model + ")";
        return new Candidate(opened, new ProviderGate(name, clock, random));
    }

    GatedGenerator gated() {
        return new GatedGenerator(opened.generator(), gate);
    }

    String name() {
        return opened.provider();
    }

    Model model(boolean current, @Nullable Instant pausedUntil) {
        return new Model(opened.provider(), opened.model(), current, pausedUntil);
    }
}
