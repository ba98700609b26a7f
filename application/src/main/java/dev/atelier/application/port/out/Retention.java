package dev.atelier.application.port.out;

import java.time.Duration;

/// How long jobs stay after they ended, by how they did.
public record Retention(Duration completed, Duration failed, Duration cancelled) {

    /// As long for all.
    public static Retention of(Duration age) {
        return new Retention(age, age, age);
    }
}
