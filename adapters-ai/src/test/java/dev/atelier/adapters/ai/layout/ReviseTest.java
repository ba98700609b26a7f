package dev.atelier.adapters.ai.layout;

import static dev.atelier.adapters.ai.layout.Parts.edge;
import static dev.atelier.adapters.ai.layout.Parts.has;
import static dev.atelier.adapters.ai.layout.Parts.line;
import static dev.atelier.adapters.ai.layout.Parts.member;
import static dev.atelier.adapters.ai.layout.Parts.node;
import static dev.atelier.adapters.ai.layout.Parts.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.ai.SoundDesign;
import dev.atelier.adapters.ai.check.DesignCheck;
import dev.atelier.adapters.ai.theme.Theme;
import dev.atelier.domain.canvas.Canvas;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.canvas.CanvasObject;
import dev.atelier.domain.canvas.CanvasObject.Connector;
import dev.atelier.domain.canvas.CanvasStyle;
import dev.atelier.domain.canvas.ColorScheme;
import dev.atelier.domain.canvas.ObjectId;
import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Direction;
import dev.atelier.domain.diagram.Diagram.Edge;
import dev.atelier.domain.diagram.Diagram.Group;
import dev.atelier.domain.diagram.Diagram.Kind;
import dev.atelier.domain.diagram.Diagram.Node;
import dev.atelier.domain.diagram.Diagram.Role;
import dev.atelier.domain.job.UserId;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

final class ReviseTest {

    private static final List<Node> NODES =
            List.of(
                    node("s", "Start", Role.START),
                    node("a", "Weigh"),
                    node("q", "Right?", Role.DECISION),
                    node("b", "Pack"),
                    node("e", "End", Role.END));
    private static final List<Edge> EDGES =
            List.of(
                    edge("s", "a"),
                    edge("a", "q"),
                    edge("q", "b", "yes"),
                    edge("q", "a", "no"),
                    edge("b", "e"));

    private final DiagramLayout layout = new DiagramLayout();
    private final Theme theme = Theme.of(CanvasStyle.MODERN, ColorScheme.DEFAULT);

    @Test
    void what_nobody_has_moved_is_placed_afresh() throws Exception {
        var before = flow(NODES, EDGES);
        var after = flow(with(NODES, node("c", "Ship")), with(EDGES, edge("b", "c")));

        assertThat(layout.revise(canvas(before), before, after, theme))
                .isEqualTo(layout.place(after, theme));
    }

    @Test
    void what_stays_does_not_move() throws Exception {
        var before = flow(NODES, EDGES);
        var canvas = moved(before, "b", 700, 40);
        var after = flow(with(NODES, node("c", "Ship")), with(EDGES, edge("b", "c", "then")));

        var design = revised(canvas, before, after);

        for (var node : NODES) {
            assertThat(object(design, node.id())).isEqualTo(object(canvas.design(), node.id()));
        }
        assertThat(design.diagram()).isEqualTo(after);
    }

    @Test
    void a_new_step_stands_below_the_one_that_leads_to_it() throws Exception {
        var before = flow(NODES, EDGES);
        var canvas = moved(before, "b", 700, 40);
        var after = flow(with(NODES, node("c", "Ship")), with(EDGES, edge("b", "c", "then")));

        var design = revised(canvas, before, after);

        var pack = object(design, "b").bounds();
        var ship = object(design, "c").bounds();
        assertThat(ship.top() - pack.bottom()).isBetween(20.0, 120.0);
        assertThat(Math.abs(ship.left() - pack.left())).isLessThan(120);
        assertThat(line(design, "b", "c").points()).hasSize(2);
        assertThat(SoundDesign.labels(design)).contains("then");
    }

    @Test
    void lines_follow_a_shape_that_was_moved_by_hand() throws Exception {
        var before = flow(NODES, EDGES);
        var canvas = moved(before, "b", 700, 40);

        revised(canvas, before, flow(NODES, with(EDGES, edge("s", "b"))));
    }

    @Test
    void what_is_gone_takes_its_lines_and_their_words_along() throws Exception {
        var before = flow(NODES, EDGES);
        var canvas = pinned(canvas(before), "a");
        var after =
                flow(
                        without(NODES, it -> it.id().equals("q")),
                        List.of(edge("s", "a"), edge("a", "b"), edge("b", "e")));

        var design = revised(canvas, before, after);

        assertThat(has(design, "q")).isFalse();
        assertThat(SoundDesign.labels(design)).doesNotContain("yes", "no", "Right?");
        assertThat(SoundDesign.lines(design)).hasSize(3);
    }

    @Test
    void other_words_are_wrapped_into_the_same_place() throws Exception {
        var before = flow(NODES, EDGES);
        var canvas = pinned(canvas(before), "b");
        var words = "Pack everything into one box and seal it well with tape";
        var after = flow(replaced(NODES, "b", words), EDGES);

        var design = revised(canvas, before, after);

        var was = object(canvas.design(), "b").bounds();
        var is = object(design, "b").bounds();
        assertThat(is.left()).isEqualTo(was.left());
        assertThat(is.top()).isEqualTo(was.top());
        assertThat(SoundDesign.labels(design)).contains(words);
    }

    @Test
    void an_edge_that_says_something_else_keeps_its_line() throws Exception {
        var before = flow(NODES, EDGES);
        var canvas = pinned(canvas(before), "b");
        var edges = new ArrayList<>(EDGES);
        edges.set(2, edge("q", "b", "it is fine"));

        var design = revised(canvas, before, flow(NODES, edges));

        assertThat(line(design, "q", "b")).isEqualTo(line(canvas.design(), "q", "b"));
        assertThat(SoundDesign.labels(design)).contains("it is fine", "no").doesNotContain("yes");
    }

    @Test
    void lines_come_before_shapes_and_words_last() throws Exception {
        var before = flow(NODES, EDGES);
        var after = flow(with(NODES, node("c", "Ship")), with(EDGES, edge("b", "c", "then")));
        var objects = revised(pinned(canvas(before), "b"), before, after).objects();

        var firstShape = indexOf(objects, object(layout.place(before, theme), "s"));
        assertThat(objects.subList(0, firstShape)).allMatch(Connector.class::isInstance).hasSize(6);
        assertThat(objects.getLast()).isInstanceOf(CanvasObject.Text.class);
    }

    @Test
    void a_canvas_with_more_on_it_keeps_the_rest_as_it_is() throws Exception {
        var other = flow(List.of(node("x", "Else"), node("c", "Taken")), List.of(edge("x", "c")));
        var before = flow(NODES, EDGES);
        var both = canvas(before).add(layout.place(other, theme)).canvas();
        var after = flow(with(NODES, node("c", "Ship")), with(EDGES, edge("b", "c")));

        var design = revised(both, before, after);

        assertThat(design.diagram()).isNull();
        assertThat(object(design, "x")).isEqualTo(object(both.design(), "x"));
        assertThat(object(design, "c")).isEqualTo(object(both.design(), "c"));
        assertThat(line(design, "x", "c")).isEqualTo(line(both.design(), "x", "c"));
        assertThat(line(design, "b", "c-2").points()).isNotEmpty();
    }

    @Test
    void a_new_member_joins_its_group_and_a_new_group_gets_an_area() throws Exception {
        var groups = List.of(new Group("g", "Office"), new Group("h", "Yard"));
        var nodes = List.of(node("c", "One"), member("a", "Two", "g"), member("b", "Three", "g"));
        var edges = List.of(edge("c", "a"), edge("a", "b"));
        var before = grouped(nodes, edges, groups.subList(0, 1));
        var canvas = pinned(canvas(before), "a");
        var more = with(with(nodes, member("d", "Four", "g")), member("f", "Five", "h"));
        var after = grouped(more, with(with(edges, edge("b", "d")), edge("d", "f")), groups);

        var design = revised(canvas, before, after);

        var office = object(design, "g:area").bounds();
        assertThat(office.union(object(design, "d").bounds())).isEqualTo(office);
        var yard = object(design, "h:area").bounds();
        assertThat(yard.union(object(design, "f").bounds())).isEqualTo(yard);
        assertThat(SoundDesign.labels(design)).contains("Yard");
    }

    @Test
    void a_new_participant_gets_a_lifeline_and_new_messages_come_last() throws Exception {
        var nodes = List.of(node("u", "User", Role.ACTOR), node("s", "Server"));
        var edges = List.of(edge("u", "s", "asks"), edge("s", "u", "answers"));
        var before = of(Kind.SEQUENCE, nodes, edges);
        var after =
                of(
                        Kind.SEQUENCE,
                        with(nodes, node("d", "Database")),
                        with(with(edges, edge("s", "d", "stores")), edge("d", "d", "tidies up")));

        var design = revised(pinned(canvas(before), "s"), before, after);

        var stores = line(design, "s:lifeline", "d:lifeline");
        assertThat(stores.bounds().height()).isZero();
        assertThat(stores.bounds().top())
                .isGreaterThan(line(design, "s:lifeline", "u:lifeline").bounds().top());
        assertThat(object(design, "d").bounds().bottom())
                .isEqualTo(object(design, "s").bounds().bottom());
        assertThat(SoundDesign.labels(design)).contains("stores", "tidies up");
    }

    @Test
    void a_new_card_goes_to_the_end_of_its_column() throws Exception {
        var groups = List.of(new Group("t", "To do"), new Group("d", "Done"));
        var nodes = List.of(member("a", "One", "t"), member("b", "Two", "d"));
        var before = new Diagram("Board", Kind.KANBAN, Direction.DOWN, nodes, List.of(), groups);
        var after =
                new Diagram(
                        "Board",
                        Kind.KANBAN,
                        Direction.DOWN,
                        with(nodes, member("c", "Three", "t")),
                        List.of(),
                        List.of(groups.get(0), groups.get(1), new Group("x", "Archive")));

        var design = revised(pinned(canvas(before), "a"), before, after);

        var one = object(design, "a").bounds();
        var three = object(design, "c").bounds();
        assertThat(three.left()).isEqualTo(one.left());
        assertThat(three.top()).isBetween(one.bottom(), one.bottom() + 40);
        assertThat(object(design, "x:column").bounds().left())
                .isGreaterThan(object(design, "d:column").bounds().right());
    }

    @Test
    void a_timeline_keeps_its_dates_beside_its_marks_and_its_axis_whole() throws Exception {
        var nodes =
                List.of(
                        node("a", "2015: Founded"),
                        node("b", "2017: First customer"),
                        node("c", "2024: Listed"));
        var before = of(Kind.TIMELINE, nodes, List.of());
        var after =
                of(
                        Kind.TIMELINE,
                        List.of(
                                nodes.getFirst(),
                                node("c", "2023: Listed in Paris"),
                                node("d", "2026: Sold")),
                        List.of());

        var design = revised(pinned(canvas(before), "a"), before, after);

        assertThat(SoundDesign.labels(design))
                .contains("2015", "Founded", "2023", "Listed in Paris", "2026: Sold")
                .doesNotContain("2017", "2024");
        assertThat(line(design, "a:mark", "c:mark").points()).hasSize(2);
        assertThat(line(design, "c:mark", "d:mark").ending()).isEqualTo(Connector.Ending.ARROW);
        assertThat(line(design, "d:mark", "d").points()).hasSize(2);
    }

    @Test
    void a_new_title_takes_the_place_of_the_old_one() throws Exception {
        var before = flow(NODES, EDGES);
        var after =
                new Diagram(
                        "Quite another title",
                        Kind.FLOWCHART,
                        Direction.DOWN,
                        NODES,
                        EDGES,
                        List.of());

        var design = revised(pinned(canvas(before), "a"), before, after);

        assertThat(design.title()).isEqualTo("Quite another title");
        assertThat(SoundDesign.labels(design))
                .contains("Quite another title")
                .doesNotContain("Flow");
    }

    private CanvasDesign revised(Canvas canvas, Diagram before, Diagram after)
            throws InterruptedException {
        var design = layout.revise(canvas, before, after, theme);
        SoundDesign.check(design);
        assertThat(DesignCheck.findings(design)).isEmpty();
        return design;
    }

    private Canvas canvas(Diagram diagram) throws InterruptedException {
        var design = layout.place(diagram, theme);
        return new Canvas(new CanvasId("c"), new UserId("u"), 1, design);
    }

    private static Canvas pinned(Canvas canvas, String id) {
        return new Canvas(
                canvas.id(),
                canvas.owner(),
                canvas.version(),
                canvas.design(),
                Set.of(new ObjectId(id)));
    }

    /// As if the owner had dragged it there; its lines stay behind.
    private Canvas moved(Diagram diagram, String id, double dx, double dy)
            throws InterruptedException {
        var canvas = canvas(diagram);
        UnaryOperator<CanvasObject> drag =
                object -> object.id().value().equals(id) ? object.movedBy(dx, dy) : object;
        var design =
                new CanvasDesign(
                        canvas.design().title(),
                        canvas.design().objects().stream().map(drag).toList(),
                        diagram);
        return pinned(new Canvas(canvas.id(), canvas.owner(), 1, design), id);
    }

    private static Diagram flow(List<Node> nodes, List<Edge> edges) {
        return of(Kind.FLOWCHART, nodes, edges);
    }

    private static Diagram of(Kind kind, List<Node> nodes, List<Edge> edges) {
        return new Diagram("Flow", kind, Direction.DOWN, nodes, edges, List.of());
    }

    private static Diagram grouped(List<Node> nodes, List<Edge> edges, List<Group> groups) {
        return new Diagram("Flow", Kind.FLOWCHART, Direction.RIGHT, nodes, edges, groups);
    }

    private static <T> List<T> with(List<T> all, T one) {
        var more = new ArrayList<>(all);
        more.add(one);
        return more;
    }

    private static List<Node> without(List<Node> all, Predicate<Node> unwanted) {
        return all.stream().filter(unwanted.negate()).toList();
    }

    private static List<Node> replaced(List<Node> all, String id, String label) {
        return all.stream()
                .map(it -> it.id().equals(id) ? new Node(id, label, it.role(), it.group()) : it)
                .toList();
    }

    private static int indexOf(List<CanvasObject> objects, CanvasObject wanted) {
        return objects.stream().map(CanvasObject::id).toList().indexOf(wanted.id());
    }
}
