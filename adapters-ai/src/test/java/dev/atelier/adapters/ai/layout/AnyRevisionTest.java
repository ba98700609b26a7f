package dev.atelier.adapters.ai.layout;

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
import dev.atelier.domain.canvas.Position;
import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Direction;
import dev.atelier.domain.diagram.Diagram.Edge;
import dev.atelier.domain.diagram.Diagram.Group;
import dev.atelier.domain.diagram.Diagram.Kind;
import dev.atelier.domain.diagram.Diagram.Node;
import dev.atelier.domain.diagram.Diagram.Role;
import dev.atelier.domain.job.UserId;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

final class AnyRevisionTest {

    private static final List<String> LABELS =
            List.of(
                    "A",
                    "A longer label",
                    "2019: Founded",
                    "Is it so that these are more words than fit into a line or two?",
                    "漢字の長いラベル",
                    "W".repeat(60));
    private static final List<Group> GROUPS =
            List.of(new Group("g0", "First"), new Group("g1", "A second group of them"));

    private final DiagramLayout layout = new DiagramLayout();
    private final Theme theme = Theme.of(CanvasStyle.MODERN, ColorScheme.DEFAULT);

    @Property(tries = 150)
    void any_edit_keeps_a_canvas_sound_and_its_pins_in_place(
            @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long seed) throws Exception {
        var random = new Random(seed);
        var before = diagram(random);
        var canvas = touched(layout.place(before, theme), before, random);
        var after = edited(before, random);

        var design = layout.revise(canvas, before, after, theme);

        SoundDesign.check(design);
        assertThat(DesignCheck.findings(design)).isEmpty();
        assertThat(SoundDesign.shapes(design)).hasSizeGreaterThanOrEqualTo(after.nodes().size());
        pinsHold(canvas, design, before, after);
    }

    private static void pinsHold(
            Canvas canvas, CanvasDesign design, Diagram before, Diagram after) {
        var kept = after.nodes().stream().map(Node::id).collect(Collectors.toSet());
        for (var node : before.nodes()) {
            if (kept.contains(node.id()) && canvas.pinned().contains(new ObjectId(node.id()))) {
                assertThat(place(Parts.object(design, node.id())))
                        .isEqualTo(place(Parts.object(canvas.design(), node.id())));
            }
        }
    }

    private static Position place(CanvasObject object) {
        return switch (object) {
            case CanvasObject.Box box -> box.at();
            case CanvasObject.Circle circle -> circle.center();
            case CanvasObject.Text text -> text.at();
            case Connector line -> line.points().getFirst();
        };
    }

    private static Diagram diagram(Random random) {
        var kind = pick(random, List.of(Kind.values()));
        var nodes = new ArrayList<Node>();
        for (int i = 0; i <= random.nextInt(9); i++) {
            nodes.add(node("n" + i, random));
        }
        var edges = new ArrayList<Edge>();
        for (int i = 0; i < random.nextInt(12); i++) {
            edges.add(edge(nodes, random));
        }
        return new Diagram(
                "Before", kind, pick(random, List.of(Direction.values())), nodes, edges, GROUPS);
    }

    private static Node node(String id, Random random) {
        var group = random.nextInt(3);
        return new Node(
                id,
                pick(random, LABELS),
                pick(random, List.of(Role.values())),
                group == 2 ? null : "g" + group,
                random.nextInt(4) == 0 ? List.of("id", "a detail of some length") : List.of());
    }

    private static Edge edge(List<Node> nodes, Random random) {
        return new Edge(pick(random, nodes).id(), pick(random, nodes).id(), words(random));
    }

    private static @Nullable String words(Random random) {
        return random.nextBoolean() ? null : pick(random, List.of("yes", "no", "on the way there"));
    }

    /// The owner has pinned some, and has dragged one of them far away.
    private static Canvas touched(CanvasDesign design, Diagram diagram, Random random) {
        var pins = new HashSet<ObjectId>();
        diagram.nodes().stream()
                .filter(_ -> random.nextInt(3) == 0)
                .forEach(node -> pins.add(new ObjectId(node.id())));
        var dragged = new ObjectId(pick(random, diagram.nodes()).id());
        pins.add(dragged);
        var right = design.bounds().right();
        var far = random.nextBoolean() && diagram.kind() != Kind.SEQUENCE;
        var objects =
                design.objects().stream()
                        .map(it -> far && it.id().equals(dragged) ? it.movedBy(right, 80) : it)
                        .toList();
        var whole = random.nextInt(4) > 0;
        return new Canvas(
                new CanvasId("c"),
                new UserId("u"),
                1,
                new CanvasDesign(design.title(), objects, whole ? diagram : null),
                Set.copyOf(pins));
    }

    private static Diagram edited(Diagram before, Random random) {
        var nodes = new ArrayList<>(before.nodes());
        var edges = new ArrayList<>(before.edges());
        for (int i = 0; i <= random.nextInt(5); i++) {
            edit(nodes, edges, i, random);
        }
        var groups = random.nextInt(5) == 0 ? List.of(GROUPS.getFirst()) : GROUPS;
        if (groups.size() == 1) {
            nodes.replaceAll(it -> "g1".equals(it.group()) ? regrouped(it, null) : it);
        }
        return new Diagram(
                random.nextBoolean() ? "Before" : "After this it is called something else",
                random.nextInt(8) == 0 ? pick(random, List.of(Kind.values())) : before.kind(),
                before.direction(),
                nodes,
                edges,
                groups);
    }

    private static void edit(List<Node> nodes, List<Edge> edges, int number, Random random) {
        switch (random.nextInt(6)) {
            case 0 -> {
                var fresh = node("new" + number, random);
                nodes.add(random.nextInt(nodes.size() + 1), fresh);
                edges.add(new Edge(pick(random, nodes).id(), fresh.id(), words(random)));
            }
            case 1 -> {
                if (nodes.size() > 1) {
                    var gone = nodes.remove(random.nextInt(nodes.size())).id();
                    edges.removeIf(it -> it.from().equals(gone) || it.to().equals(gone));
                }
            }
            case 2 -> {
                int at = random.nextInt(nodes.size());
                nodes.set(at, node(nodes.get(at).id(), random));
            }
            case 3 -> edges.add(edge(nodes, random));
            case 4 -> {
                if (!edges.isEmpty()) {
                    edges.remove(random.nextInt(edges.size()));
                }
            }
            default -> {
                if (!edges.isEmpty()) {
                    int at = random.nextInt(edges.size());
                    var edge = edges.get(at);
                    edges.set(at, new Edge(edge.from(), edge.to(), words(random)));
                }
            }
        }
    }

    private static Node regrouped(Node node, @Nullable String group) {
        return new Node(node.id(), node.label(), node.role(), group, node.details());
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
