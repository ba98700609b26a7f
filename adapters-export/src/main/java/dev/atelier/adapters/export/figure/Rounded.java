package dev.atelier.adapters.export.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Numbers as short as the eye allows: two decimals at most.
public final class Rounded {

    private Rounded() {}

    public static BigDecimal of(double number) {
        var rounded =
                BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
