package dev.atelier.adapters.ai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.domain.canvas.Bounds;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasObject;
import dev.atelier.domain.canvas.CanvasObject.Box;
import dev.atelier.domain.canvas.CanvasObject.Box.Outline;
import dev.atelier.domain.canvas.CanvasObject.Circle;
import dev.atelier.domain.canvas.CanvasObject.Connector;
import dev.atelier.domain.canvas.Label;
import dev.atelier.domain.canvas.ObjectId;
import dev.atelier.domain.canvas.Position;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What must be true of every laid-out design. Measures text by a rule of its own, coarser than the
/// product's, so that the two cannot be wrong together.
public final class SoundDesign {

    private static final double TOLERANCE = 0.01;

    private SoundDesign() {}

    public static void check(CanvasDesign design) {
        nothingOverlaps(design);
        arrowsAreBound(design);
        textFits(design);
        nothingIsOffTheCanvas(design);
    }

    public static List<CanvasObject> shapes(CanvasDesign design) {
        return design.objects().stream().filter(it -> !(it instanceof Connector)).toList();
    }

    public static List<Connector> lines(CanvasDesign design) {
        return design.objects().stream()
                .filter(Connector.class::isInstance)
                .map(Connector.class::cast)
                .toList();
    }

    public static List<String> labels(CanvasDesign design) {
        return shapes(design).stream()
                .map(SoundDesign::label)
                .filter(label -> label != null)
                .map(label -> label.text().replace('\n', ' '))
                .toList();
    }

    private static void nothingOverlaps(CanvasDesign design) {
        var shapes = shapes(design);
        for (int i = 0; i < shapes.size(); i++) {
            for (int j = i + 1; j < shapes.size(); j++) {
                if (isOnItsArea(shapes.get(i), shapes.get(j))) {
                    continue;
                }
                assertThat(shrunk(shapes.get(i)).overlaps(shrunk(shapes.get(j))))
                        .as("%s overlaps %s", shapes.get(i), shapes.get(j))
                        .isFalse();
            }
        }
    }

    /// Only an area may have others on it, and only those drawn after it that lie wholly within.
    private static boolean isOnItsArea(CanvasObject lower, CanvasObject upper) {
        var area = lower.bounds();
        var within = upper.bounds();
        return lower.id().value().endsWith(":area")
                && !upper.id().value().endsWith(":area")
                && area.left() <= within.left()
                && area.top() <= within.top()
                && area.right() >= within.right()
                && area.bottom() >= within.bottom();
    }

    private static void arrowsAreBound(CanvasDesign design) {
        Map<ObjectId, CanvasObject> byId = new HashMap<>();
        shapes(design).forEach(shape -> byId.put(shape.id(), shape));
        for (var line : lines(design)) {
            assertThat(onBorder(byId.get(line.from()), line.points().getFirst()))
                    .as("%s starts on its shape", line)
                    .isTrue();
            assertThat(onBorder(byId.get(line.to()), line.points().getLast()))
                    .as("%s ends on its shape", line)
                    .isTrue();
        }
    }

    private static boolean onBorder(@Nullable CanvasObject shape, Position at) {
        return switch (shape) {
            case Circle circle -> {
                var distance =
                        Math.hypot(at.x() - circle.center().x(), at.y() - circle.center().y());
                yield Math.abs(distance - circle.radius()) < TOLERANCE;
            }
            case Box box when box.outline() == Outline.DIAMOND -> {
                var bounds = box.bounds();
                var x = Math.abs(at.x() - (bounds.left() + bounds.right()) / 2);
                var y = Math.abs(at.y() - (bounds.top() + bounds.bottom()) / 2);
                yield Math.abs(x / bounds.width() + y / bounds.height() - 0.5) < TOLERANCE;
            }
            case Box box -> {
                var bounds = box.bounds();
                var edge =
                        List.of(
                                        at.x() - bounds.left(),
                                        bounds.right() - at.x(),
                                        at.y() - bounds.top(),
                                        bounds.bottom() - at.y())
                                .stream()
                                .min(Double::compare)
                                .orElseThrow();
                yield Math.abs(edge) < TOLERANCE;
            }
            case null, default -> false;
        };
    }

    private static void textFits(CanvasDesign design) {
        for (var shape : shapes(design)) {
            var label = label(shape);
            if (label == null) {
                continue;
            }
            var lines = label.text().split("\n", -1);
            var height = lines.length * label.fontSize() * 1.15;
            var width = 0.0;
            for (var line : lines) {
                width = Math.max(width, roughWidth(line) * label.fontSize());
            }
            assertThat(share(shape, width, height))
                    .as("%s has room for its text, %s by %s", shape, width, height)
                    .isLessThanOrEqualTo(1);
        }
    }

    private static double share(CanvasObject shape, double width, double height) {
        var across = width / shape.bounds().width();
        var down = height / shape.bounds().height();
        return switch (shape) {
            case Circle _ -> Math.hypot(across, down);
            case Box box when box.outline() == Outline.DIAMOND -> across + down;
            default -> Math.max(across, down);
        };
    }

    /// In ems, a little on the narrow side for what has no known width.
    private static double roughWidth(String line) {
        return line.codePoints()
                .mapToDouble(
                        c -> {
                            if (c > 0x2E80 && Character.isIdeographic(c)) {
                                return 1.0;
                            }
                            if (c > 0x7F) {
                                return 0;
                            }
                            if (!Character.isLetterOrDigit(c) || "iIjltfrJ1".indexOf(c) >= 0) {
                                return 0.19;
                            }
                            return Character.isUpperCase(c) ? 0.55 : 0.48;
                        })
                .sum();
    }

    private static void nothingIsOffTheCanvas(CanvasDesign design) {
        assertThat(design.bounds().left()).isGreaterThanOrEqualTo(0);
        assertThat(design.bounds().top()).isGreaterThanOrEqualTo(0);
    }

    private static @Nullable Label label(CanvasObject object) {
        return switch (object) {
            case Box box -> box.label();
            case Circle circle -> circle.label();
            case CanvasObject.Text text -> text.label();
            case Connector _ -> null;
        };
    }

    private static Bounds shrunk(CanvasObject object) {
        var bounds = object.bounds();
        return new Bounds(
                bounds.left() + TOLERANCE,
                bounds.top() + TOLERANCE,
                bounds.right() - TOLERANCE,
                bounds.bottom() - TOLERANCE);
    }
}
