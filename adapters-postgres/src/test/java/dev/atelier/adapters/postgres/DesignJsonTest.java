package dev.atelier.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasObject;
import dev.atelier.domain.canvas.CanvasObject.Box;
import dev.atelier.domain.canvas.CanvasObject.Circle;
import dev.atelier.domain.canvas.CanvasObject.Connector;
import dev.atelier.domain.canvas.CanvasObject.Text;
import dev.atelier.domain.canvas.Color;
import dev.atelier.domain.canvas.Label;
import dev.atelier.domain.canvas.ObjectId;
import dev.atelier.domain.canvas.Paint;
import dev.atelier.domain.canvas.Position;
import dev.atelier.domain.canvas.Size;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;

final class DesignJsonTest {

    @Property(tries = 300)
    void what_is_written_is_what_is_read(@ForAll("designs") CanvasDesign design) {
        assertThat(DesignJson.read(DesignJson.write(design))).isEqualTo(design);
    }

    @Test
    void members_that_are_new_are_left_alone() {
        var read =
                DesignJson.read(
                        """
                        {"title": "T", "theme": {"dark": true}, "objects": [
                            {"id": "a", "type": "text", "x": 1, "y": 2, "width": 3, "height": 4,
                             "text": "hi", "fontSize": 14, "color": "#000000", "rotation": 90}]}
                        """);

        assertThat(read.objects()).hasSize(1);
    }

    @Test
    void a_member_that_is_missing_is_named() {
        assertThatThrownBy(
                        () -> DesignJson.read("{\"title\": \"T\", \"objects\": [{\"id\": \"a\"}]}"))
                .hasMessageContaining("type");
    }

    @Provide
    Arbitrary<CanvasDesign> designs() {
        var title = Arbitraries.strings().ofMinLength(1).ofMaxLength(20).alpha();
        var shapes =
                Arbitraries.oneOf(boxes(), circles(), texts()).list().ofMinSize(2).ofMaxSize(8);
        return Combinators.combine(title, shapes, connectors())
                .as(
                        (name, objects, line) -> {
                            var all = new ArrayList<CanvasObject>();
                            objects.forEach(
                                    object -> all.add(named(object, "shape-" + all.size())));
                            var from = all.getFirst().id();
                            var to = all.getLast().id();
                            all.add(line.renamed(new ObjectId("bound"), from, to));
                            all.add(line.renamed(new ObjectId("loose"), null, null));
                            return new CanvasDesign(name, all);
                        });
    }

    private static CanvasObject named(CanvasObject object, String name) {
        var id = new ObjectId(name);
        return switch (object) {
            case Box it -> new Box(id, it.outline(), it.at(), it.size(), it.paint(), it.label());
            case Circle it -> new Circle(id, it.center(), it.radius(), it.paint(), it.label());
            case Text it -> new Text(id, it.at(), it.size(), it.label());
            case Connector it -> it.renamed(id, null, null);
        };
    }

    private static final ObjectId ANY = new ObjectId("any");

    private static Arbitrary<CanvasObject> boxes() {
        var outlines = Arbitraries.of(Box.Outline.values());
        return Combinators.combine(
                        outlines, positions(), sizes(), paints(), labels().injectNull(0.3))
                .as(
                        (outline, at, size, paint, label) ->
                                new Box(ANY, outline, at, size, paint, label));
    }

    private static Arbitrary<CanvasObject> circles() {
        return Combinators.combine(positions(), extents(), paints(), labels().injectNull(0.3))
                .as((at, radius, paint, label) -> new Circle(ANY, at, radius, paint, label));
    }

    private static Arbitrary<CanvasObject> texts() {
        return Combinators.combine(positions(), sizes(), labels())
                .as((at, size, label) -> new Text(ANY, at, size, label));
    }

    private static Arbitrary<Connector> connectors() {
        return Combinators.combine(
                        Arbitraries.of(Connector.Ending.values()),
                        positions().list().ofMinSize(2).ofMaxSize(5),
                        colors(),
                        Arbitraries.doubles().between(0.5, 100))
                .as(
                        (ending, points, color, width) ->
                                new Connector(ANY, ending, points, color, width, null, null));
    }

    private static Arbitrary<Position> positions() {
        var coordinates = Arbitraries.doubles().between(-1_000_000, 1_000_000).ofScale(9);
        return Combinators.combine(coordinates, coordinates).as(Position::new);
    }

    private static Arbitrary<Double> extents() {
        return Arbitraries.doubles().between(0.001, 1_000_000).ofScale(9);
    }

    private static Arbitrary<Size> sizes() {
        return Combinators.combine(extents(), extents()).as(Size::new);
    }

    private static Arbitrary<Color> colors() {
        return Arbitraries.of("#000000", "#FFaa09", "transparent").map(Color::new);
    }

    private static Arbitrary<Paint> paints() {
        return Combinators.combine(colors(), colors(), Arbitraries.doubles().between(0, 100))
                .as(Paint::new);
    }

    private static Arbitrary<Label> labels() {
        var texts = Arbitraries.of("Start", "größer \"als\" \\", "two\nlines", "🎨 {[,]}");
        return Combinators.combine(texts, Arbitraries.doubles().between(4, 400), colors())
                .as(Label::new);
    }
}
