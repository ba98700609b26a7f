package dev.atelier.adapters.ai.layout;

import static dev.atelier.adapters.ai.layout.Parts.edge;
import static dev.atelier.adapters.ai.layout.Parts.node;
import static dev.atelier.adapters.ai.layout.Parts.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.ai.SoundDesign;
import dev.atelier.adapters.ai.theme.Theme;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasObject;
import dev.atelier.domain.canvas.CanvasObject.Circle;
import dev.atelier.domain.canvas.CanvasObject.Text;
import dev.atelier.domain.canvas.CanvasStyle;
import dev.atelier.domain.canvas.ColorScheme;
import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Direction;
import dev.atelier.domain.diagram.Diagram.Edge;
import dev.atelier.domain.diagram.Diagram.Kind;
import dev.atelier.domain.diagram.Diagram.Node;
import dev.atelier.domain.diagram.Diagram.Role;
import dev.atelier.domain.diagram.Sketch;
import dev.atelier.domain.diagram.Sketch.Form;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

final class LegibilityTest {

    private static final Theme THEME = Theme.of(CanvasStyle.MODERN, ColorScheme.DEFAULT);

    @Test
    void a_circle_breaks_no_word() throws Exception {
        var design =
                drawn(
                        Kind.FLOWCHART,
                        List.of(
                                node("a", "Pedido entregado", Role.END),
                                node("b", "Order shipped", Role.END)),
                        List.of());

        assertThat(object(design, "a")).isNotInstanceOf(Circle.class);
        assertThat(object(design, "b")).isInstanceOf(Circle.class);
        assertThat(SoundDesign.labels(design)).contains("Pedido entregado", "Order shipped");
    }

    @Test
    void in_a_drawing_smaller_letters_are_better_than_broken_words() throws Exception {
        var sketch =
                new Sketch(
                        "Sky",
                        List.of(
                                new Form(
                                        "u",
                                        Sketch.Outline.CIRCLE,
                                        0,
                                        0,
                                        80,
                                        80,
                                        "Uranus Neptun",
                                        0)),
                        List.of());

        var design = new DiagramLayout().place(sketch, THEME);

        assertThat(SoundDesign.labels(design)).contains("Uranus Neptun");
    }

    @Test
    void a_long_question_makes_a_wide_diamond() throws Exception {
        var question =
                "Are all of the documents that the law asks for there, legible, dated and signed"
                        + " by whoever has to sign them?";
        var design = drawn(Kind.FLOWCHART, List.of(node("a", question, Role.DECISION)), List.of());

        var diamond = object(design, "a").bounds();
        assertThat(diamond.width()).isGreaterThan(diamond.height());
    }

    @Test
    void a_long_chain_stands_in_columns() throws Exception {
        var design = drawn(Kind.FLOWCHART, people(60), chain(60));

        var bounds = design.bounds();
        assertThat(bounds.height()).isLessThan(2 * bounds.width());
        SoundDesign.check(design);
    }

    @Test
    void the_teams_of_a_large_organisation_stand_below_their_heads() throws Exception {
        var edges = new ArrayList<Edge>();
        IntStream.rangeClosed(1, 8).forEach(head -> edges.add(edge("n0", "n" + head)));
        IntStream.range(9, 57).forEach(i -> edges.add(edge("n" + (1 + (i - 9) / 6), "n" + i)));

        var design = drawn(Kind.ORG_CHART, people(57), edges);

        assertThat(design.bounds().width()).isLessThan(2400);
        assertThat(object(design, "n10").bounds().left())
                .isEqualTo(object(design, "n9").bounds().left());
        assertThat(object(design, "n10").bounds().top())
                .isGreaterThan(object(design, "n9").bounds().bottom());
        SoundDesign.check(design);
    }

    @Test
    void no_line_strikes_through_the_words_of_another() throws Exception {
        var design =
                drawn(
                        Kind.FLOWCHART,
                        List.of(
                                node("read", "Read sensor"),
                                node("hot", "Above 80 °C?", Role.DECISION),
                                node("valve", "Open valve"),
                                node("wait", "Wait 5 s"),
                                node("ok", "Pressure ok?", Role.DECISION),
                                node("log", "Log value"),
                                node("stop", "Emergency stop")),
                        List.of(
                                edge("read", "hot"),
                                edge("hot", "valve", "yes"),
                                edge("valve", "wait"),
                                edge("wait", "read"),
                                edge("hot", "ok", "no"),
                                edge("ok", "log", "yes"),
                                edge("log", "read"),
                                edge("ok", "stop", "no")));

        var words = design.objects().stream().filter(Text.class::isInstance);
        assertThat(words.map(CanvasObject::bounds))
                .isNotEmpty()
                .allSatisfy(
                        box ->
                                assertThat(SoundDesign.lines(design))
                                        .noneMatch(line -> Segments.cross(line.points(), box)));
        SoundDesign.check(design);
    }

    @Test
    void the_lines_of_a_text_are_about_equally_long() {
        assertThat(TextBlock.wrap("手続き完了", 64, 14).lines()).containsExactly("手続き", "完了");
        assertThat(TextBlock.wrap("Enter your password twice", 168, 14).lines())
                .containsExactly("Enter your", "password twice");
    }

    private static List<Node> people(int count) {
        return IntStream.range(0, count).mapToObj(i -> node("n" + i, "Number " + i)).toList();
    }

    private static List<Edge> chain(int count) {
        return IntStream.range(1, count).mapToObj(i -> edge("n" + (i - 1), "n" + i)).toList();
    }

    private static CanvasDesign drawn(Kind kind, List<Node> nodes, List<Edge> edges)
            throws InterruptedException {
        var diagram = new Diagram("Sample", kind, Direction.DOWN, nodes, edges, List.of());
        return new DiagramLayout().place(diagram, THEME);
    }
}
