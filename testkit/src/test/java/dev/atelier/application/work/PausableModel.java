package dev.atelier.application.work;

import dev.atelier.application.port.out.Models;
import dev.atelier.testkit.Jobs;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// The only model of a node; the test says when it wants to be left alone.
final class PausableModel implements Models {

    private final InstantSource clock;
    private volatile Instant until = Jobs.NOON;

    PausableModel(InstantSource clock) {
        this.clock = clock;
    }

    void pause(Instant until) {
        this.until = until;
    }

    @Override
    public List<Model> all() {
        var paused = clock.instant().isBefore(until);
        return List.of(new Model("openai", "a-model", true, paused ? until : null));
    }
}
