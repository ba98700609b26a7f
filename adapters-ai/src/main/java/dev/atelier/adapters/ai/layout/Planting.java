package dev.atelier.adapters.ai.layout;

import dev.atelier.adapters.ai.layout.Anchor.Way;
import dev.atelier.adapters.ai.layout.Arrangement.Shape;
import dev.atelier.adapters.ai.theme.Theme;
import dev.atelier.domain.canvas.Bounds;
import dev.atelier.domain.canvas.CanvasObject;
import dev.atelier.domain.canvas.CanvasObject.Box;
import dev.atelier.domain.canvas.Label;
import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Direction;
import dev.atelier.domain.diagram.Diagram.Edge;
import dev.atelier.domain.diagram.Diagram.Kind;
import dev.atelier.domain.diagram.Diagram.Node;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Puts new nodes on a canvas: next to what they belong to, where there is room.
final class Planting {

    private static final double GAP = 20;
    static final double BELOW_CARD = 16;

    private final Sheet sheet;
    private final Diagram diagram;
    private final Theme theme;
    private final Set<String> placed = new HashSet<>();

    Planting(Sheet sheet, Diagram diagram, Theme theme) {
        this.sheet = sheet;
        this.diagram = diagram;
        this.theme = theme;
        diagram.nodes().stream()
                .map(Node::id)
                .filter(id -> sheet.shape(id).isPresent())
                .forEach(placed::add);
    }

    /// Those with a neighbour that has a place come first, so that new parts grow from old ones.
    void plant() {
        var open = new ArrayList<>(FlowOrder.of(diagram));
        open.removeIf(node -> placed.contains(node.id()));
        while (!open.isEmpty()) {
            var next =
                    open.stream()
                            .filter(node -> anchor(node).isPresent())
                            .findFirst()
                            .orElse(open.getFirst());
            open.remove(next);
            plant(next);
            placed.add(next.id());
        }
    }

    private void plant(Node node) {
        var anchor = anchor(node);
        var sized = Sized.of(node, diagram.kind(), theme);
        var wanted = anchor.map(it -> it.wanted(sized, diagram)).orElseGet(() -> start(sized));
        if (diagram.kind() == Kind.SEQUENCE) {
            plantWithLifeline(sized, wanted);
            return;
        }
        var gap = diagram.kind() == Kind.KANBAN ? BELOW_CARD / 2 : GAP;
        var space =
                diagram.kind() == Kind.KANBAN || diagram.kind() == Kind.TIMELINE
                        ? sheet.spaceAmongShapes()
                        : space(node);
        var place =
                anchor.flatMap(
                                it ->
                                        it.aside(wanted)
                                                .filter(box -> space.isFree(box, gap))
                                                .findFirst())
                        .orElseGet(() -> space.nearest(wanted, gap));
        sheet.add(painted(sized.at(place.left(), place.top()), anchor));
    }

    private void plantWithLifeline(Sized head, Bounds wanted) {
        var lifelines =
                sheet.shapes()
                        .filter(it -> SequenceArranger.isLifeline(it.id().value()))
                        .map(CanvasObject::bounds)
                        .toList();
        var bottom = lifelines.stream().mapToDouble(Bounds::bottom).max();
        var below = Math.max(80, bottom.orElse(wanted.bottom()) - wanted.bottom());
        var both = new Bounds(wanted.left(), wanted.top(), wanted.right(), wanted.bottom() + below);
        var place = sheet.spaceAmongShapes().nearest(both, GAP);
        var shape = head.at(place.left(), place.top());
        var painter = new Painter(theme);
        sheet.add(painter.shape(shape));
        sheet.add(
                painter.shape(
                        SequenceArranger.lifeline(
                                head,
                                Lines.middleX(shape),
                                shape.bounds().bottom(),
                                place.bottom())));
    }

    /// Only members may lie on an area.
    private FreeSpace space(Node node) {
        var own = node.group() == null ? "" : GroupAreas.idOf(node.group());
        var space = sheet.space(it -> it.id().value().equals(own));
        sheet.lines().forEach(line -> space.take(line.points()));
        return space;
    }

    private Bounds start(Sized sized) {
        var extent = sheet.shapes().map(CanvasObject::bounds).reduce(Bounds::union);
        var left = extent.map(Bounds::left).orElse(40.0);
        var bottom = extent.map(Bounds::bottom).orElse(40.0);
        return sized.at(Math.max(0, left), Math.max(0, bottom + Anchor.AHEAD)).bounds();
    }

    /// Where colours tell no role, the new one takes after the one that it is put next to.
    private CanvasObject painted(Shape shape, Optional<Anchor> anchor) {
        var object = new Painter(theme).shape(shape);
        return Sized.hasRoles(diagram.kind())
                ? object
                : anchor.flatMap(it -> sheet.find(it.like()))
                        .map(like -> painted(object, like))
                        .orElse(object);
    }

    private static CanvasObject painted(CanvasObject object, CanvasObject like) {
        if (object instanceof Box box
                && like instanceof Box other
                && box.label() != null
                && other.label() != null) {
            var label =
                    new Label(box.label().text(), box.label().fontSize(), other.label().color());
            return new Box(box.id(), box.outline(), box.at(), box.size(), other.paint(), label);
        }
        return object;
    }

    private Optional<Anchor> anchor(Node node) {
        return switch (diagram.kind()) {
            case SEQUENCE, TIMELINE -> beside(node);
            case KANBAN -> mate(node).or(() -> column(node)).or(() -> beside(node));
            case FLOWCHART, MIND_MAP, ORG_CHART, ENTITY_RELATIONSHIP ->
                    before(node).or(() -> after(node)).or(() -> mate(node));
        };
    }

    private Optional<Anchor> before(Node node) {
        return neighbours(diagram.edges().stream().filter(it -> it.to().equals(node.id())), true)
                .flatMap(id -> sheet.shape(id).stream())
                .findFirst()
                .map(shape -> new Anchor(shape, sibling(shape.id()), way(shape)));
    }

    private Optional<Anchor> after(Node node) {
        return neighbours(diagram.edges().stream().filter(it -> it.from().equals(node.id())), false)
                .flatMap(id -> sheet.shape(id).stream())
                .findFirst()
                .map(shape -> new Anchor(shape, shape.id(), way(shape).back()));
    }

    private Stream<String> neighbours(Stream<Edge> edges, boolean from) {
        return edges.map(edge -> from ? edge.from() : edge.to()).filter(placed::contains);
    }

    /// Another child of the same parent, or the parent.
    private String sibling(String parent) {
        return neighbours(diagram.edges().stream().filter(it -> it.from().equals(parent)), false)
                .findFirst()
                .orElse(parent);
    }

    private Optional<Anchor> mate(Node node) {
        return node.group() == null
                ? Optional.empty()
                : diagram.nodes().stream()
                        .filter(other -> node.group().equals(other.group()))
                        .filter(other -> placed.contains(other.id()))
                        .reduce((_, last) -> last)
                        .flatMap(other -> sheet.shape(other.id()))
                        .map(shape -> new Anchor(shape, shape.id(), along()));
    }

    private Optional<Anchor> column(Node node) {
        return node.group() == null
                ? Optional.empty()
                : sheet.shape(KanbanArranger.columnOf(node.group()))
                        .map(shape -> new Anchor(shape, shape.id(), Way.DOWN));
    }

    /// The one before it in the order of the words, else the one behind it.
    private Optional<Anchor> beside(Node node) {
        var index = diagram.nodes().indexOf(node);
        for (int i = index - 1; i >= 0; i--) {
            var shape = sheet.shape(diagram.nodes().get(i).id());
            if (shape.isPresent()) {
                return shape.map(it -> new Anchor(it, it.id(), Way.RIGHT));
            }
        }
        return diagram.nodes().stream()
                .skip(index + 1L)
                .flatMap(other -> sheet.shape(other.id()).stream())
                .findFirst()
                .map(it -> new Anchor(it, it.id(), Way.LEFT));
    }

    private Way along() {
        return diagram.kind() != Kind.KANBAN && diagram.direction() == Direction.RIGHT
                ? Way.RIGHT
                : Way.DOWN;
    }

    private Way way(Shape from) {
        return switch (diagram.kind()) {
            case ORG_CHART, KANBAN -> Way.DOWN;
            case MIND_MAP -> isLeftOfItsRoot(from) ? Way.LEFT : Way.RIGHT;
            case SEQUENCE, TIMELINE -> Way.RIGHT;
            case FLOWCHART, ENTITY_RELATIONSHIP -> along();
        };
    }

    private boolean isLeftOfItsRoot(Shape shape) {
        return diagram.edges().stream()
                .filter(edge -> edge.to().equals(shape.id()))
                .flatMap(edge -> sheet.shape(edge.from()).stream())
                .anyMatch(parent -> Lines.middleX(shape) < Lines.middleX(parent));
    }
}
