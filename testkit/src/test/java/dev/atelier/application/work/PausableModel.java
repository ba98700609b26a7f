package dev.atelier.application.work;

import dev.atelier.application.port.out.Models;
import dev.atelier.testkit.Jobs;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// The only model of a node; the test says when it wants to be left alone, and how much it bears.
final class PausableModel implements Models {

    private final InstantSource clock;
    private volatile Instant until = Jobs.NOON;
    private volatile int most = Integer.MAX_VALUE;

    PausableModel(InstantSource clock) {
        this.clock = clock;
    }

    void pause(Instant until) {
        this.until = until;
    }

    void takeAtMost(int calls) {
        most = calls;
    }

    @Override
    public int room() {
        return Math.min(most, Models.super.room());
    }

    @Override
    public List<Model> all() {
        var paused = clock.instant().isBefore(until);
        return List.of(new Model("openai", "a-model", true, paused ? until : null));
    }
}
