package dev.atelier.domain.canvas;

import dev.atelier.domain.canvas.CanvasObject.Connector;
import dev.atelier.domain.canvas.CanvasObject.Text;
import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Edge;
import dev.atelier.domain.diagram.Diagram.Group;
import dev.atelier.domain.diagram.Diagram.Node;
import dev.atelier.domain.diagram.Wording;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A diagram that follows what its owner does to its drawing.
record DrawnDiagram(Diagram diagram) {

    private static final Pattern SPACE = Pattern.compile("\\s+");

    /// The node says something else; what stands below its first line are its details. The heading
    /// of a group is the group's.
    DrawnDiagram relabelled(ObjectId id, Label before, String text) {
        return new DrawnDiagram(
                new Diagram(
                        diagram.title(),
                        diagram.kind(),
                        diagram.direction(),
                        diagram.nodes().stream()
                                .map(it -> it.id().equals(id.value()) ? saying(it, text) : it)
                                .toList(),
                        diagram.edges(),
                        diagram.groups().stream()
                                .map(it -> isHeading(id, before, it) ? saying(it, text) : it)
                                .toList()));
    }

    private static boolean isHeading(ObjectId id, Label before, Group group) {
        return id.value().startsWith(group.id() + ":") && says(before, group.label());
    }

    private static Group saying(Group group, String text) {
        var label = plain(text, Wording.MAX_LABEL);
        return label.isEmpty() ? group : new Group(group.id(), label);
    }

    private static Node saying(Node node, String text) {
        var lines =
                text.lines()
                        .map(line -> Wording.tidy(line, Wording.MAX_LABEL))
                        .filter(line -> !line.isEmpty())
                        .toList();
        if (lines.isEmpty()) {
            return node;
        }
        return node.details().isEmpty()
                ? new Node(node.id(), plain(text, Wording.MAX_LABEL), node.role(), node.group())
                : new Node(
                        node.id(),
                        lines.getFirst(),
                        node.role(),
                        node.group(),
                        lines.stream().skip(1).limit(Diagram.MAX_DETAILS).toList());
    }

    /// The diagram has another title.
    DrawnDiagram titled(String text) {
        var title = plain(text, Wording.MAX_TITLE);
        return new DrawnDiagram(
                new Diagram(
                        title.isEmpty() ? diagram.title() : title,
                        diagram.kind(),
                        diagram.direction(),
                        diagram.nodes(),
                        diagram.edges(),
                        diagram.groups()));
    }

    /// The edge whose words these were says something else.
    DrawnDiagram captioned(Text caption, String text, Collection<CanvasObject> objects) {
        var words = plain(text, Wording.MAX_LABEL);
        return words.isEmpty() ? this : edgeSaying(caption, words, objects);
    }

    /// The edge whose words these were says nothing.
    DrawnDiagram uncaptioned(Text caption, Collection<CanvasObject> objects) {
        return edgeSaying(caption, null, objects);
    }

    /// Many edges may say the same: the words at a line are its edge's.
    private DrawnDiagram edgeSaying(
            Text caption, @Nullable String words, Collection<CanvasObject> objects) {
        var line =
                lines(objects)
                        .filter(it -> isCaption(caption, edge(it, objects)))
                        .min(
                                Comparator.comparingDouble(
                                        it -> distance(caption, BoundEnds.middle(it))));
        if (line.isEmpty()) {
            return this;
        }
        var edges = new ArrayList<>(diagram.edges());
        var place = place(line.get(), objects);
        var edge = edges.get(place);
        edges.set(place, new Edge(edge.from(), edge.to(), words));
        return with(diagram.nodes(), edges);
    }

    /// @return null if nothing is left to show
    @Nullable DrawnDiagram without(ObjectId id) {
        var nodes = diagram.nodes().stream().filter(it -> !it.id().equals(id.value())).toList();
        var edges =
                diagram.edges().stream()
                        .filter(it -> !it.from().equals(id.value()))
                        .filter(it -> !it.to().equals(id.value()))
                        .toList();
        return nodes.isEmpty() ? null : with(nodes, edges);
    }

    DrawnDiagram withoutEdge(Connector line, Collection<CanvasObject> objects) {
        var place = place(line, objects);
        if (place < 0) {
            return this;
        }
        var edges = new ArrayList<>(diagram.edges());
        edges.remove(place);
        return with(diagram.nodes(), edges);
    }

    /// What is written at the line, if its edge says something.
    @Nullable Text caption(Connector line, Collection<CanvasObject> objects) {
        var edge = edge(line, objects);
        var middle = BoundEnds.middle(line);
        return objects.stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .filter(text -> isCaption(text, edge))
                .min(Comparator.comparingDouble(text -> distance(text, middle)))
                .orElse(null);
    }

    private static boolean isCaption(Text text, @Nullable Edge edge) {
        return edge != null && edge.label() != null && says(text.label(), edge.label());
    }

    private @Nullable Edge edge(Connector line, Collection<CanvasObject> objects) {
        var place = place(line, objects);
        return place < 0 ? null : diagram.edges().get(place);
    }

    /// Which edge the line shows, counted from 0: of several between the same nodes, the first line
    /// shows the first. Below 0 where there is none.
    private int place(Connector line, Collection<CanvasObject> objects) {
        var rank =
                (int)
                        lines(objects)
                                .takeWhile(it -> !it.id().equals(line.id()))
                                .filter(it -> isAlongside(it, line))
                                .count();
        var edges = diagram.edges();
        return IntStream.range(0, edges.size())
                .filter(n -> edges.get(n).from().equals(node(line.from())))
                .filter(n -> edges.get(n).to().equals(node(line.to())))
                .skip(rank)
                .findFirst()
                .orElse(-1);
    }

    private static boolean isAlongside(Connector one, Connector other) {
        return node(one.from()).equals(node(other.from()))
                && node(one.to()).equals(node(other.to()));
    }

    private static Stream<Connector> lines(Collection<CanvasObject> objects) {
        return objects.stream().filter(Connector.class::isInstance).map(Connector.class::cast);
    }

    /// A line can be bound to a part of a node, such as its lifeline.
    private static String node(@Nullable ObjectId end) {
        var name = Objects.requireNonNullElse(end, new ObjectId("-")).value();
        return name.contains(":") ? name.substring(0, name.indexOf(':')) : name;
    }

    private static double distance(Text text, Position middle) {
        var box = text.bounds();
        return Math.hypot(
                (box.left() + box.right()) / 2 - middle.x(),
                (box.top() + box.bottom()) / 2 - middle.y());
    }

    /// Whether the label says this, however its lines are broken: also within a word.
    static boolean says(Label label, String words) {
        return squeezed(label.text()).equals(squeezed(words));
    }

    private static String squeezed(String text) {
        return SPACE.matcher(text).replaceAll("");
    }

    static String plain(String text, int maxLength) {
        return Wording.tidy(text, maxLength);
    }

    private DrawnDiagram with(List<Node> nodes, List<Edge> edges) {
        return new DrawnDiagram(
                new Diagram(
                        diagram.title(),
                        diagram.kind(),
                        diagram.direction(),
                        nodes,
                        edges,
                        diagram.groups()));
    }
}
