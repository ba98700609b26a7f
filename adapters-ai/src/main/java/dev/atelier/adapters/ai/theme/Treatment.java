package dev.atelier.adapters.ai.theme;

import dev.atelier.domain.canvas.CanvasStyle;

/// What a style does with a colour: how far fills are thinned with white (0 to 1), how far strokes
/// are darkened, and how thick they are.
record Treatment(
        double fillTint,
        double softTint,
        double faintTint,
        double strokeShade,
        double strokeWidth,
        double lineWidth,
        double headingSize) {

    private static final Treatment MODERN = new Treatment(0.82, 0.92, 0.955, 0.00, 2, 2, 26);
    private static final Treatment CORPORATE = new Treatment(0.70, 0.86, 0.93, 0.35, 1.5, 1.5, 24);
    private static final Treatment CREATIVE = new Treatment(0.45, 0.72, 0.88, 0.25, 3, 3, 30);
    private static final Treatment MINIMAL = new Treatment(0.94, 0.97, 0.98, 0.15, 1, 1, 22);

    static Treatment of(CanvasStyle style) {
        return switch (style) {
            case MODERN -> MODERN;
            case CORPORATE -> CORPORATE;
            case CREATIVE -> CREATIVE;
            case MINIMAL -> MINIMAL;
        };
    }
}
