package dev.atelier.domain.canvas;

import dev.atelier.domain.InvalidValue;

/// A point on a canvas in canvas units; x grows to the right, y downwards.
public record Position(double x, double y) {

    /// No coordinate lies farther from the origin than this.
    public static final double MAX = 1_000_000;

    public Position {
        if (!(Math.abs(x) <= MAX) || !(Math.abs(y) <= MAX)) {
            throw new InvalidValue("coordinates must be finite and within ±1000000");
        }
    }

    public Position plus(double dx, double dy) {
        return new Position(x + dx, y + dy);
    }
}
