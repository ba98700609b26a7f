package dev.atelier.testkit;

import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasObject;
import dev.atelier.domain.canvas.CanvasObject.Box;
import dev.atelier.domain.canvas.CanvasObject.Box.Outline;
import dev.atelier.domain.canvas.CanvasObject.Circle;
import dev.atelier.domain.canvas.CanvasObject.Connector;
import dev.atelier.domain.canvas.CanvasObject.Connector.Ending;
import dev.atelier.domain.canvas.CanvasObject.Text;
import dev.atelier.domain.canvas.Color;
import dev.atelier.domain.canvas.Label;
import dev.atelier.domain.canvas.ObjectId;
import dev.atelier.domain.canvas.Paint;
import dev.atelier.domain.canvas.Position;
import dev.atelier.domain.canvas.Size;

import java.util.List;

/// Small valid designs.
public final class Designs {

    private static final Color INK = new Color("#1E293B");
    private static final Paint PAINT = new Paint(new Color("#E8F4FF"), new Color("#2563EB"), 2);

    private Designs() {}

    /// Two boxes, and an arrow bound to both.
    public static CanvasDesign aFlow() {
        return new CanvasDesign(
                "Login",
                List.of(
                        box("start", Outline.RECTANGLE, 100, 80, "Start"),
                        box("check", Outline.DIAMOND, 100, 240, "Known user?"),
                        arrow("next", "start", "check")));
    }

    public static CanvasDesign oneBox(String title) {
        return new CanvasDesign(title, List.of(box("box", Outline.RECTANGLE, 0, 0, title)));
    }

    /// Every kind of object, with and without what is optional.
    public static CanvasDesign ofEveryKind() {
        return new CanvasDesign(
                "Everything — größer, 大きく, 🎨",
                List.of(
                        box("rectangle", Outline.RECTANGLE, 0, 0, "First line\nsecond line"),
                        box("diamond", Outline.DIAMOND, 300, 0, "\"quoted\" \\ {braces}"),
                        new Box(
                                new ObjectId("star"),
                                Outline.STAR,
                                new Position(600.25, -40.5),
                                new Size(80, 80.125),
                                new Paint(Color.TRANSPARENT, INK, 0),
                                null),
                        box("heart", Outline.HEART, 900, 0, "♥"),
                        new Circle(new ObjectId("dot"), new Position(50, 400), 12.5, PAINT, null),
                        new Circle(
                                new ObjectId("ring"),
                                new Position(250, 400),
                                40,
                                PAINT,
                                label("7")),
                        new Text(
                                new ObjectId("text"),
                                new Position(400, 380),
                                new Size(200, 24),
                                label("plain")),
                        arrow("bound", "rectangle", "diamond"),
                        new Connector(
                                new ObjectId("loose"),
                                Ending.LINE,
                                List.of(
                                        new Position(0, 600),
                                        new Position(50.5, 650.75),
                                        new Position(400, 600)),
                                INK,
                                1.5,
                                null,
                                null)));
    }

    public static CanvasObject box(String id, Outline outline, double x, double y, String text) {
        return new Box(
                new ObjectId(id),
                outline,
                new Position(x, y),
                new Size(160, 60),
                PAINT,
                label(text));
    }

    public static CanvasObject arrow(String id, String from, String to) {
        return new Connector(
                new ObjectId(id),
                Ending.ARROW,
                List.of(new Position(180, 140), new Position(180, 240)),
                INK,
                2,
                new ObjectId(from),
                new ObjectId(to));
    }

    private static Label label(String text) {
        return new Label(text, 16, INK);
    }
}
