package dev.atelier.bootstrap.quality;

import dev.atelier.adapters.export.ExportAdapter;
import dev.atelier.application.port.out.CanvasExports.Format;
import dev.atelier.domain.canvas.Bounds;
import dev.atelier.domain.canvas.Canvas;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.canvas.CanvasObject;
import dev.atelier.domain.job.UserId;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A design as its reader sees it: the image, and the part of the plane that the image shows.
record Page(String svg, Rectangle2D view) {

    /// A canvas has no negative side, and nobody scrolls farther than this.
    private static final double FARTHEST = 20_000;

    private static final Pattern VIEW =
            Pattern.compile("viewBox=\"([-\\d.]+) ([-\\d.]+) ([-\\d.]+) ([-\\d.]+)\"");

    static Page of(String name, CanvasDesign design) {
        var canvas = new Canvas(new CanvasId(name), new UserId("reader"), 1, design);
        return of(new ExportAdapter().export(canvas, Format.SVG).text());
    }

    static Page of(String svg) {
        var box = VIEW.matcher(svg);
        if (!box.find()) {
            throw new IllegalArgumentException("an image without a view box");
        }
        return new Page(
                svg,
                new Rectangle2D.Double(
                        Double.parseDouble(box.group(1)),
                        Double.parseDouble(box.group(2)),
                        Double.parseDouble(box.group(3)),
                        Double.parseDouble(box.group(4))));
    }

    /// The objects and texts that do not wholly lie on it.
    List<String> misses(CanvasDesign design, List<Print> prints) {
        var objects =
                design.objects().stream()
                        .filter(object -> !shows(object.bounds()))
                        .map(CanvasObject::id)
                        .map(id -> id.value());
        var texts =
                prints.stream()
                        .filter(print -> !print.lines().stream().allMatch(view::contains))
                        .map(print -> "text of " + print.id());
        return Stream.concat(objects, texts).toList();
    }

    private boolean shows(Bounds box) {
        return box.left() >= Math.max(0, view.getMinX())
                && box.top() >= Math.max(0, view.getMinY())
                && box.right() <= Math.min(FARTHEST, view.getMaxX())
                && box.bottom() <= Math.min(FARTHEST, view.getMaxY());
    }
}
