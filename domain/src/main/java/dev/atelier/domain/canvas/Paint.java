package dev.atelier.domain.canvas;

import dev.atelier.domain.InvalidValue;

/// How a shape is filled and outlined; `strokeWidth` in canvas units, 0 to 100.
public record Paint(Color fill, Color stroke, double strokeWidth) {

    public Paint {
        if (!(strokeWidth >= 0 && strokeWidth <= 100)) {
            throw new InvalidValue("strokeWidth must be between 0 and 100");
        }
    }
}
