package dev.atelier.domain.canvas;

import dev.atelier.domain.canvas.CanvasObject.Box;
import dev.atelier.domain.canvas.CanvasObject.Box.Outline;
import dev.atelier.domain.canvas.CanvasObject.Circle;
import dev.atelier.domain.canvas.CanvasObject.Connector;
import dev.atelier.domain.canvas.CanvasObject.Connector.Ending;
import dev.atelier.domain.canvas.CanvasObject.Text;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Objects and designs for tests.
final class Drawn {

    static final Color INK = new Color("#1E293B");
    static final Paint PAINT = new Paint(Color.TRANSPARENT, INK, 1);

    private Drawn() {}

    static Box box(String id, double x, double y) {
        return new Box(
                new ObjectId(id),
                Outline.RECTANGLE,
                new Position(x, y),
                new Size(100, 50),
                PAINT,
                null);
    }

    static Circle circle(String id, double x, double y, double radius) {
        return new Circle(new ObjectId(id), new Position(x, y), radius, PAINT, null);
    }

    static Text text(String id, double x, double y) {
        var label = new Label("text", 12, INK);
        return new Text(new ObjectId(id), new Position(x, y), new Size(80, 20), label);
    }

    static Connector arrow(String id, @Nullable String from, @Nullable String to) {
        return new Connector(
                new ObjectId(id),
                Ending.ARROW,
                List.of(new Position(0, 0), new Position(10, 120)),
                INK,
                1,
                from == null ? null : new ObjectId(from),
                to == null ? null : new ObjectId(to));
    }

    static CanvasDesign design(CanvasObject... objects) {
        return new CanvasDesign("A design", List.of(objects));
    }

    /// Two boxes and an arrow between them.
    static CanvasDesign flow() {
        return design(box("a", 0, 0), box("b", 0, 120), arrow("a-b", "a", "b"));
    }
}
