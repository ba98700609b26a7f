package dev.atelier.domain.canvas;

import dev.atelier.domain.InvalidValue;

/// A positive extent in canvas units.
public record Size(double width, double height) {

    public Size {
        if (!(width > 0 && width <= Position.MAX) || !(height > 0 && height <= Position.MAX)) {
            throw new InvalidValue("width and height must be positive and at most 1000000");
        }
    }
}
