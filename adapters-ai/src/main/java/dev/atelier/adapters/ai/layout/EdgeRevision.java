package dev.atelier.adapters.ai.layout;

import dev.atelier.adapters.ai.layout.Arrangement.Caption;
import dev.atelier.adapters.ai.layout.Arrangement.Line;
import dev.atelier.adapters.ai.layout.Arrangement.Shape;
import dev.atelier.adapters.ai.theme.Theme;
import dev.atelier.domain.canvas.CanvasObject.Connector;
import dev.atelier.domain.canvas.CanvasObject.Text;
import dev.atelier.domain.canvas.ObjectId;
import dev.atelier.domain.canvas.Position;
import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Edge;
import dev.atelier.domain.diagram.Diagram.Kind;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Brings the lines of a canvas and their words up to date with the edges of a diagram.
final class EdgeRevision {

    private static final double LABEL_WIDTH = 132;

    private final Sheet sheet;
    private final Diagram diagram;
    private final Theme theme;
    private final Router router;
    private final Captions captions;
    private final List<Work> work = new ArrayList<>();

    /// An edge, and what already shows it.
    private record Work(Edge edge, @Nullable Trace trace) {}

    EdgeRevision(Sheet sheet, Diagram diagram, Theme theme) {
        this.sheet = sheet;
        this.diagram = diagram;
        this.theme = theme;
        this.router = new Router(sheet);
        this.captions = new Captions(sheet);
    }

    /// Finds out which edge is shown by what, and takes away what shows none any more.
    ///
    /// @param keep whether lines of the old diagram may stand for edges of the new one
    void match(List<Trace> traces, boolean keep) {
        var left = new ArrayList<>(traces);
        var exact = new ArrayList<@Nullable Trace>();
        for (var edge : diagram.edges()) {
            exact.add(keep ? take(left, it -> it.edge().equals(edge)) : null);
        }
        for (int i = 0; i < diagram.edges().size(); i++) {
            var edge = diagram.edges().get(i);
            var trace = exact.get(i);
            work.add(
                    new Work(
                            edge,
                            trace != null || !keep
                                    ? trace
                                    : take(left, it -> isBetweenTheSame(it.edge(), edge))));
        }
        for (var trace : left) {
            Optional.ofNullable(trace.line()).map(Connector::id).ifPresent(sheet::remove);
            Optional.ofNullable(trace.caption()).map(Text::id).ifPresent(sheet::remove);
        }
    }

    private static @Nullable Trace take(List<Trace> from, Predicate<Trace> wanted) {
        var found = from.stream().filter(wanted).findFirst();
        found.ifPresent(from::remove);
        return found.orElse(null);
    }

    private static boolean isBetweenTheSame(Edge one, Edge other) {
        return one.from().equals(other.from()) && one.to().equals(other.to());
    }

    /// @param ours what belongs to the diagram
    void draw(Predicate<ObjectId> ours) {
        mendLooseLines(ours);
        for (var item : work) {
            var trace = item.trace();
            if (trace == null || trace.line() == null) {
                drawNew(item.edge());
            } else {
                reword(item.edge(), trace);
            }
        }
    }

    /// Lines whose shapes have grown, or were moved by hand, find their way anew.
    private void mendLooseLines(Predicate<ObjectId> ours) {
        var bound = sheet.lines().filter(line -> isAt(line.from(), ours) || isAt(line.to(), ours));
        for (var line : bound.toList()) {
            var from = shape(line.from());
            var to = shape(line.to());
            if (from.isPresent()
                    && to.isPresent()
                    && !(touches(from.get(), line.points().getFirst())
                            && touches(to.get(), line.points().getLast()))) {
                sheet.replace(along(line, mended(from.get(), to.get(), line.points())));
            }
        }
    }

    private static boolean isAt(@Nullable ObjectId end, Predicate<ObjectId> ours) {
        return end != null && ours.test(end);
    }

    private Optional<Shape> shape(@Nullable ObjectId id) {
        return id == null ? Optional.empty() : sheet.shape(id.value());
    }

    private static boolean touches(Shape shape, Position end) {
        return shape.outline().touches(shape.bounds(), end);
    }

    private List<Position> mended(Shape from, Shape to, List<Position> before) {
        if (!from.id().equals(to.id())) {
            var same = Lines.attached(from, to, before, true).points();
            if (touches(from, same.getFirst())
                    && touches(to, same.getLast())
                    && !Router.isTangled(same, from, to)) {
                return same;
            }
        }
        return SequenceArranger.isLifeline(from.id()) && SequenceArranger.isLifeline(to.id())
                ? MessageRows.between(from, to, before.getFirst().y())
                : router.route(from, to);
    }

    private static Connector along(Connector line, List<Position> points) {
        return new Connector(
                line.id(),
                line.ending(),
                points,
                line.stroke(),
                line.strokeWidth(),
                line.from(),
                line.to());
    }

    private void drawNew(Edge edge) {
        var from = anchor(edge.from());
        var to = anchor(edge.to());
        if (from.isEmpty() || to.isEmpty() || !isDrawn(edge)) {
            return;
        }
        var words = words(edge);
        var points = points(from.get(), to.get(), words.map(TextBlock::height).orElse(0.0));
        var line = new Line(from.get().id(), to.get().id(), points, isArrow());
        sheet.add(inStrokeOfOthers(new Painter(theme).connector(line, sheet.freeId("line:"))));
        words.ifPresent(it -> add(it, points));
    }

    private List<Position> points(Shape from, Shape to, double textHeight) {
        return SequenceArranger.isLifeline(from.id()) && SequenceArranger.isLifeline(to.id())
                ? new MessageRows(sheet).next(from, to, textHeight)
                : router.route(from, to);
    }

    /// What lines of a node lead to.
    private Optional<Shape> anchor(String node) {
        return diagram.kind() == Kind.SEQUENCE
                ? sheet.shape(SequenceArranger.lifelineOf(node)).or(() -> sheet.shape(node))
                : sheet.shape(node);
    }

    private boolean isDrawn(Edge edge) {
        return switch (diagram.kind()) {
            case FLOWCHART, MIND_MAP, ORG_CHART, SEQUENCE, ENTITY_RELATIONSHIP -> true;
            case KANBAN -> !edge.from().equals(edge.to());
            case TIMELINE -> false;
        };
    }

    private boolean isArrow() {
        return switch (diagram.kind()) {
            case FLOWCHART, KANBAN, SEQUENCE -> true;
            case MIND_MAP, ORG_CHART, TIMELINE, ENTITY_RELATIONSHIP -> false;
        };
    }

    private Connector inStrokeOfOthers(Connector line) {
        return sheet.lines()
                .filter(other -> other.ending() == line.ending())
                .findFirst()
                .map(
                        other ->
                                new Connector(
                                        line.id(),
                                        line.ending(),
                                        line.points(),
                                        other.stroke(),
                                        other.strokeWidth(),
                                        line.from(),
                                        line.to()))
                .orElse(line);
    }

    private Optional<TextBlock> words(Edge edge) {
        var hasWords =
                switch (diagram.kind()) {
                    case KANBAN, TIMELINE -> false;
                    case FLOWCHART, MIND_MAP, ORG_CHART, SEQUENCE, ENTITY_RELATIONSHIP -> true;
                };
        return Optional.ofNullable(edge.label())
                .filter(_ -> hasWords)
                .map(label -> TextBlock.wrap(label, LABEL_WIDTH, theme.captionSize()));
    }

    private void add(TextBlock words, List<Position> line) {
        var caption = new Caption(words, captions.beside(line, words));
        sheet.add(new Painter(theme).text(caption, sheet.freeId("text:")));
    }

    private void reword(Edge edge, Trace trace) {
        var caption = trace.caption();
        if (edge.equals(trace.edge())) {
            return;
        }
        if (caption == null) {
            trace.lineId()
                    .flatMap(id -> sheet.lines().filter(it -> it.id().equals(id)).findFirst())
                    .ifPresent(line -> words(edge).ifPresent(it -> add(it, line.points())));
        } else if (edge.label() == null) {
            sheet.remove(caption.id());
        } else {
            sheet.replace(captions.reworded(caption, edge.label(), LABEL_WIDTH));
        }
    }
}
