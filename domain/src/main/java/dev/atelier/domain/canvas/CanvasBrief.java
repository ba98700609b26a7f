package dev.atelier.domain.canvas;

import org.jspecify.annotations.Nullable;

/// Everything a generator needs to know. With a `target` the result is added to that canvas of the
/// user's.
public record CanvasBrief(
        Instructions instructions,
        CanvasStyle style,
        ColorScheme colors,
        @Nullable CanvasId target) {}
