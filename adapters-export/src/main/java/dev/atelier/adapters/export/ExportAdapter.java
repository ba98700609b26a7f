package dev.atelier.adapters.export;

import dev.atelier.adapters.export.excalidraw.ExcalidrawFile;
import dev.atelier.adapters.export.figure.Docking;
import dev.atelier.adapters.export.mermaid.MermaidText;
import dev.atelier.adapters.export.svg.SvgImage;
import dev.atelier.application.port.out.CanvasExports;
import dev.atelier.domain.canvas.Canvas;

/// Every form that a canvas can leave in. The same canvas always gives the same text.
public final class ExportAdapter implements CanvasExports {

    private final SvgImage svg = new SvgImage();
    private final ExcalidrawFile excalidraw = new ExcalidrawFile();
    private final MermaidText mermaid = new MermaidText();

    @Override
    public Document export(Canvas canvas, Format format) {
        var design = canvas.design();
        return switch (format) {
            case SVG ->
                    new Document("image/svg+xml; charset=utf-8", "svg", svg.of(Docking.of(design)));
            case EXCALIDRAW ->
                    new Document(
                            "application/vnd.excalidraw+json",
                            "excalidraw",
                            excalidraw.of(Docking.of(design)));
            case MERMAID ->
                    new Document("text/vnd.mermaid; charset=utf-8", "mmd", mermaid.of(design));
        };
    }
}
