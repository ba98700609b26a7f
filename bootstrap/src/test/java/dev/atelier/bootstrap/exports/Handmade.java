package dev.atelier.bootstrap.exports;

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
import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Direction;
import dev.atelier.domain.diagram.Diagram.Edge;
import dev.atelier.domain.diagram.Diagram.Group;
import dev.atelier.domain.diagram.Diagram.Kind;
import dev.atelier.domain.diagram.Diagram.Node;
import dev.atelier.domain.diagram.Diagram.Role;
import dev.atelier.domain.diagram.Wording;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Designs that no layout has touched.
final class Handmade {

    private static final Color INK = new Color("#1E293B");
    private static final Paint PAINT = new Paint(new Color("#DBEAFE"), new Color("#2563EB"), 2);

    /// Each means something to mermaid, markdown, HTML, YAML, JSON or XML.
    private static final List<String> HOSTILE =
            List.of(
                    "He said \"no\" and 'yes'",
                    "[brackets] {braces} (round) |pipes| <angles>",
                    "end",
                    "graph TD; a-->b",
                    "🎨 👩‍👩‍👧 大きく größer العربية",
                    "%% comment",
                    "%%{init: {\"theme\": \"dark\"}}%%",
                    "`backticks` **bold** _italic_ ~~gone~~",
                    "<script>alert(1)</script>",
                    "<img src=x onerror=alert(1)>",
                    "#quot; &amp; &lt;b&gt; #35; #9829;",
                    "1. First",
                    "2) Second",
                    "- item",
                    "+ plus",
                    "* star",
                    "# heading",
                    "> quotation",
                    "https://example.com/a?b=c&d=e#f",
                    "www.example.com me@example.com",
                    "fa:fa-car :::class $$x^2$$",
                    "title of the page",
                    "section 5; style x:y",
                    "back\\slash \\n \\u0041",
                    "ﬂ°°35¶ß Straße, 20°",
                    "classDef a fill:#fff;",
                    "style n1 fill:#f00;",
                    "::icon(fa fa-book) @{ shape: circle }",
                    "--- *** ___",
                    "subgraph x",
                    "loop every day",
                    "wrap: nowrap: text",
                    "accTitle: accDescr: x",
                    "2020 : what, when; why",
                    "default",
                    "]]> <!-- --> <![CDATA[",
                    "3.5 x 1,000 = 3.500,00 €; 50% off!",
                    "O'Brien & Söhne (GmbH) - A/B");

    private Handmade() {}

    static CanvasDesign ordinary(Kind kind) {
        var nodes =
                List.of(
                        node("customer", "Customer", Role.START, "a", "id: uuid PK", "name: text"),
                        node("order", "Paid in full?", Role.DECISION, "a", "id: uuid PK", "sum"),
                        node("item", "Order line", Role.DATA, "b", "price (net)"),
                        node("clerk", "Clerk", Role.ACTOR, "b"),
                        node("memo", "Ask again", Role.NOTE, null));
        var edges =
                List.of(
                        new Edge("customer", "order", "places 1:n"),
                        new Edge("order", "item", "has many to many"),
                        new Edge("order", "clerk", null),
                        new Edge("clerk", "memo", null));
        var groups = List.of(new Group("a", "Front office"), new Group("b", "Back office"));
        return drawn(
                new Diagram("An order", kind, Direction.RIGHT, nodes, edges(kind, edges), groups));
    }

    static CanvasDesign hostile(Kind kind) {
        var nodes = new ArrayList<Node>();
        var edges = new ArrayList<Edge>();
        for (int i = 0; i < HOSTILE.size(); i++) {
            var group = i < 10 && kind != Kind.MIND_MAP ? "g" + i % 3 : null;
            nodes.add(node("end-" + i, hostile(i), role(i), group, hostile(i + 1)));
            if (i > 0) {
                edges.add(new Edge("end-" + i / 2, "end-" + i, hostile(i + 2)));
            }
        }
        var groups =
                IntStream.range(0, 3).mapToObj(i -> new Group("g" + i, hostile(i + 7))).toList();
        return drawn(
                new Diagram(
                        hostile(6),
                        kind,
                        Direction.DOWN,
                        nodes,
                        edges(kind, edges),
                        kind == Kind.MIND_MAP ? List.of() : groups));
    }

    static CanvasDesign everyShape() {
        var objects = new ArrayList<CanvasObject>();
        objects.add(line("a", Ending.ARROW, 200, 90, 290, 90, "rectangle", "diamond"));
        objects.add(line("b", Ending.LINE, 490, 90, 590, 90, "diamond", "star"));
        objects.add(line("c", Ending.ARROW, 690, 170, 690, 260, "star", "heart"));
        objects.add(line("d", Ending.ARROW, 590, 340, 470, 340, "heart", "circle"));
        objects.add(line("e", Ending.LINE, 60, 420, 240, 470, null, null));
        objects.add(line("nowhere", Ending.ARROW, 10, 10, 10, 10, null, null));
        objects.add(line("f", Ending.ARROW, 310, 340, 200, 340, "circle", "note"));
        objects.add(box("rectangle", Outline.RECTANGLE, 0, 10, "Rectangle\nof two lines"));
        objects.add(box("diamond", Outline.DIAMOND, 290, 10, "Diamond"));
        objects.add(box("star", Outline.STAR, 590, 10, "Star of\ntwo lines"));
        objects.add(box("heart", Outline.HEART, 590, 260, "Heart of\nthree\nlines"));
        objects.add(
                new Circle(
                        new ObjectId("circle"),
                        new Position(390, 340),
                        80,
                        PAINT,
                        label("Circle")));
        objects.add(
                new Text(
                        new ObjectId("note"),
                        new Position(100, 320),
                        new Size(100, 40),
                        label("Free text\nof two lines")));
        return new CanvasDesign("Every shape", objects);
    }

    static CanvasDesign hostileShapes() {
        return new CanvasDesign(hostile(8), boxes(HOSTILE.size()));
    }

    static CanvasDesign wordless() {
        return new CanvasDesign(
                "No words",
                List.of(
                        new Circle(new ObjectId("dot"), new Position(0, 0), 20, PAINT, null),
                        line("stroke", Ending.LINE, 0, 0, 200, 50, null, null)));
    }

    /// A mind map is a tree only as long as its branches say nothing.
    private static List<Edge> edges(Kind kind, List<Edge> edges) {
        return switch (kind) {
            case MIND_MAP -> edges.stream().map(it -> new Edge(it.from(), it.to(), null)).toList();
            case TIMELINE, KANBAN -> List.of();
            case FLOWCHART, ORG_CHART, SEQUENCE, ENTITY_RELATIONSHIP -> edges;
        };
    }

    private static CanvasDesign drawn(Diagram diagram) {
        var objects = new ArrayList<CanvasObject>();
        for (int i = 0; i < diagram.nodes().size(); i++) {
            var node = diagram.nodes().get(i);
            objects.add(wide(node.id(), i, node.label()));
        }
        return new CanvasDesign(diagram.title(), objects, diagram);
    }

    private static List<CanvasObject> boxes(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> wide("end-" + i, i, hostile(i) + "\n" + hostile(i + 1)))
                .toList();
    }

    private static CanvasObject wide(String id, int row, String text) {
        return new Box(
                new ObjectId(id),
                Outline.RECTANGLE,
                new Position(0, row * 90.0),
                new Size(700, 70),
                PAINT,
                label(text));
    }

    private static CanvasObject box(String id, Outline outline, double x, double y, String text) {
        return new Box(
                new ObjectId(id),
                outline,
                new Position(x, y),
                new Size(200, 160),
                PAINT,
                label(text));
    }

    private static CanvasObject line(
            String id,
            Ending ending,
            double x1,
            double y1,
            double x2,
            double y2,
            @Nullable String from,
            @Nullable String to) {
        return new Connector(
                new ObjectId("line:" + id),
                ending,
                List.of(new Position(x1, y1), new Position(x2, y2)),
                INK,
                2,
                from == null ? null : new ObjectId(from),
                to == null ? null : new ObjectId(to));
    }

    private static Node node(
            String id, String label, Role role, @Nullable String group, String... details) {
        return new Node(id, label, role, group, List.of(details));
    }

    private static Role role(int number) {
        var roles = Role.values();
        return roles[number % roles.length];
    }

    private static String hostile(int number) {
        return Wording.tidy(HOSTILE.get(number % HOSTILE.size()), Wording.MAX_LABEL);
    }

    private static Label label(String text) {
        return new Label(text, 16, INK);
    }
}
