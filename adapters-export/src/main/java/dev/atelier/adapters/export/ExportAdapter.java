package dev.atelier.adapters.export;

import dev.atelier.application.port.out.CanvasExports;
import dev.atelier.domain.canvas.Canvas;

/// Every form that a canvas can leave in.
public final class ExportAdapter implements CanvasExports {

    @Override
    public Document export(Canvas canvas, Format format) {
        throw new UnsupportedOperationException("no " + format.word() + " yet");
    }
}
