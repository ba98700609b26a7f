package dev.atelier.adapters.ai.layout;

import static dev.atelier.adapters.ai.layout.Parts.edge;
import static dev.atelier.adapters.ai.layout.Parts.member;
import static dev.atelier.adapters.ai.layout.Parts.node;
import static dev.atelier.adapters.ai.layout.Parts.object;
import static dev.atelier.adapters.ai.layout.Parts.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.ai.SoundDesign;
import dev.atelier.adapters.ai.check.DesignCheck;
import dev.atelier.adapters.ai.theme.Theme;
import dev.atelier.domain.canvas.Bounds;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasObject;
import dev.atelier.domain.canvas.CanvasObject.Connector;
import dev.atelier.domain.canvas.CanvasStyle;
import dev.atelier.domain.canvas.ColorScheme;
import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Direction;
import dev.atelier.domain.diagram.Diagram.Edge;
import dev.atelier.domain.diagram.Diagram.Group;
import dev.atelier.domain.diagram.Diagram.Kind;
import dev.atelier.domain.diagram.Diagram.Node;
import dev.atelier.domain.diagram.Diagram.Role;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.stream.IntStream;

final class GroupAreasTest {

    private static final List<Group> GROUPS =
            List.of(
                    new Group("g0", "Front office"),
                    new Group("g1", "The people in the back office who never get to see a guest"),
                    new Group("g2", "Nobody"));

    private final Theme theme = Theme.of(CanvasStyle.MODERN, ColorScheme.DEFAULT);

    @ParameterizedTest
    @EnumSource(Direction.class)
    void members_lie_on_the_area_of_their_group_and_others_do_not(Direction direction)
            throws Exception {
        var design = office(direction);

        assertThat(isWithin(object(design, "a"), object(design, "g0:area"))).isTrue();
        assertThat(isWithin(object(design, "b"), object(design, "g0:area"))).isTrue();
        assertThat(isWithin(object(design, "c"), object(design, "g1:area"))).isTrue();
        assertThat(isWithin(object(design, "d"), object(design, "g0:area"))).isFalse();
        assertThat(isWithin(object(design, "d"), object(design, "g1:area"))).isFalse();
        SoundDesign.check(design);
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void the_heading_is_at_the_top_of_its_area_clear_of_lines(Direction direction)
            throws Exception {
        var design = office(direction);

        var heading = text(design, "Front office");
        var area = object(design, "g0:area");
        assertThat(isWithin(heading, area)).isTrue();
        assertThat(heading.bounds().bottom()).isLessThan(object(design, "a").bounds().top());
        assertThat(SoundDesign.lines(design))
                .noneMatch(line -> runsThrough(line, heading.bounds()));
    }

    @ParameterizedTest
    @EnumSource(Direction.class)
    void areas_lie_behind_everything_and_need_members(Direction direction) throws Exception {
        var design = office(direction);

        assertThat(design.objects().subList(0, 2))
                .extracting(object -> object.id().value())
                .containsExactly("g0:area", "g1:area");
        assertThat(Parts.has(design, "g2:area")).isFalse();
    }

    /// Two loops on the only member: the remark made way for the second, onto the area's edge.
    @Test
    void what_makes_way_for_a_line_stays_clear_of_the_edges_of_areas() throws Exception {
        var loops =
                new Diagram(
                        "Any",
                        Kind.ENTITY_RELATIONSHIP,
                        Direction.DOWN,
                        List.of(new Node("n0", "A", Role.START, "g0")),
                        List.of(
                                new Edge("n0", "n0", "a remark on the way"),
                                new Edge("n0", "n0", null)),
                        GROUPS);

        SoundDesign.check(new DiagramLayout().place(loops, theme));
    }

    @Property(tries = 60)
    void any_grouped_flow_is_sound(@ForAll("flows") Diagram diagram) throws Exception {
        var design = new DiagramLayout().place(diagram, theme);

        SoundDesign.check(design);
        assertThat(DesignCheck.findings(design)).isEmpty();
        for (var node : diagram.nodes()) {
            for (var group : diagram.groups()) {
                if (Parts.has(design, group.id() + ":area")) {
                    var area = object(design, group.id() + ":area");
                    assertThat(isWithin(object(design, node.id()), area))
                            .isEqualTo(group.id().equals(node.group()));
                }
            }
        }
    }

    @Provide
    Arbitrary<Diagram> flows() {
        var group = Arbitraries.of("g0", "g1", "g2").injectNull(0.3);
        var role = Arbitraries.of(Role.class);
        var label = Arbitraries.of("A", "A label of some length that needs lines", "漢字の長いラベル");
        var count = Arbitraries.integers().between(1, 16);
        return count.flatMap(
                n -> {
                    var nodes =
                            Combinators.combine(label, role, group)
                                    .as((l, r, g) -> new Node("x", l, r, g))
                                    .list()
                                    .ofSize(n)
                                    .map(GroupAreasTest::numbered);
                    var id = Arbitraries.integers().between(0, n - 1).map(i -> "n" + i);
                    var says = Arbitraries.of("yes", "no", "a remark on the way").injectNull(0.5);
                    var edges =
                            Combinators.combine(id, id, says).as(Edge::new).list().ofMaxSize(24);
                    var kinds = Arbitraries.of(Kind.FLOWCHART, Kind.ENTITY_RELATIONSHIP);
                    return Combinators.combine(nodes, edges, kinds, Arbitraries.of(Direction.class))
                            .as(
                                    (ns, es, kind, direction) ->
                                            new Diagram("Any", kind, direction, ns, es, GROUPS));
                });
    }

    private static List<Node> numbered(List<Node> nodes) {
        return IntStream.range(0, nodes.size())
                .mapToObj(
                        i -> {
                            var it = nodes.get(i);
                            return new Node("n" + i, it.label(), it.role(), it.group());
                        })
                .toList();
    }

    private CanvasDesign office(Direction direction) throws InterruptedException {
        var nodes =
                List.of(
                        node("s", "Start", Role.START),
                        member("a", "Greet", "g0"),
                        member("b", "Ask for the name", "g0"),
                        member("c", "Look it up", "g1"),
                        node("d", "Done", Role.END));
        var edges =
                List.of(
                        edge("s", "a"),
                        edge("a", "b"),
                        edge("b", "c", "name"),
                        edge("c", "b", "unknown"),
                        edge("c", "d"));
        var diagram = new Diagram("Office", Kind.FLOWCHART, direction, nodes, edges, GROUPS);
        return new DiagramLayout().place(diagram, theme);
    }

    private static boolean isWithin(CanvasObject inner, CanvasObject outer) {
        return inner.bounds().union(outer.bounds()).equals(outer.bounds());
    }

    private static boolean runsThrough(Connector line, Bounds box) {
        return IntStream.range(1, line.points().size())
                .mapToObj(i -> line.points().subList(i - 1, i + 1))
                .map(
                        ends ->
                                new Bounds(
                                        Math.min(ends.get(0).x(), ends.get(1).x()) - 0.1,
                                        Math.min(ends.get(0).y(), ends.get(1).y()) - 0.1,
                                        Math.max(ends.get(0).x(), ends.get(1).x()) + 0.1,
                                        Math.max(ends.get(0).y(), ends.get(1).y()) + 0.1))
                .anyMatch(box::overlaps);
    }
}
