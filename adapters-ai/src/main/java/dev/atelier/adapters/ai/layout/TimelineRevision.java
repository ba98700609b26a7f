package dev.atelier.adapters.ai.layout;

import dev.atelier.adapters.ai.layout.Arrangement.Line;
import dev.atelier.adapters.ai.layout.Arrangement.Shape;
import dev.atelier.adapters.ai.theme.Theme;
import dev.atelier.adapters.ai.theme.Tone;
import dev.atelier.domain.canvas.Bounds;
import dev.atelier.domain.canvas.CanvasObject;
import dev.atelier.domain.canvas.CanvasObject.Connector;
import dev.atelier.domain.canvas.CanvasObject.Text;
import dev.atelier.domain.canvas.ObjectId;
import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Kind;
import dev.atelier.domain.diagram.Diagram.Node;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Keeps the marks of a timeline, the dates beside them and the axis through them in step with its
/// nodes.
final class TimelineRevision {

    private static final double DATE_WIDTH = 130;

    private final Sheet sheet;
    private final Diagram before;
    private final Diagram after;
    private final Theme theme;
    private final Set<String> withDate = new HashSet<>();

    TimelineRevision(Sheet sheet, Diagram before, Diagram after, Theme theme) {
        this.sheet = sheet;
        this.before = before;
        this.after = after;
        this.theme = theme;
    }

    /// Dates change with their nodes, and go with them.
    void redate() {
        if (before.kind() != Kind.TIMELINE) {
            return;
        }
        Map<String, Node> next = new HashMap<>();
        after.nodes().forEach(node -> next.put(node.id(), node));
        for (var was : before.nodes()) {
            date(was).ifPresent(text -> redate(text, was, next.get(was.id())));
        }
    }

    private void redate(Text text, Node was, @Nullable Node now) {
        var dated =
                now == null || after.kind() != Kind.TIMELINE
                        ? Optional.<TimelineArranger.Dated>empty()
                        : TimelineArranger.dated(now);
        if (dated.isEmpty()) {
            sheet.remove(text.id());
            return;
        }
        withDate.add(was.id());
        if (!Trace.says(text.label(), dated.get().date())) {
            sheet.replace(new Captions(sheet).reworded(text, dated.get().date(), DATE_WIDTH));
        }
    }

    /// The date that stands beside the mark of a node.
    private Optional<Text> date(Node node) {
        var mark = sheet.shape(TimelineArranger.markOf(node.id()));
        var dated = TimelineArranger.dated(node);
        if (mark.isEmpty() || dated.isEmpty()) {
            return Optional.empty();
        }
        return sheet.texts()
                .filter(text -> Trace.says(text.label(), dated.get().date()))
                .min(Comparator.comparingDouble(text -> distance(text, mark.get())));
    }

    private static double distance(Text text, Shape mark) {
        var box = text.bounds();
        return Math.hypot(
                (box.left() + box.right()) / 2 - Lines.middleX(mark),
                (box.top() + box.bottom()) / 2 - Lines.middleY(mark));
    }

    /// What the card of a node says: no date if that stands elsewhere.
    Node shown(Node node) {
        return withDate.contains(node.id())
                ? TimelineArranger.dated(node).map(TimelineArranger.Dated::event).orElse(node)
                : node;
    }

    /// Gives new nodes their marks, and joins all marks in their order.
    void drawAxis() {
        if (after.kind() != Kind.TIMELINE || before.kind() != Kind.TIMELINE) {
            return;
        }
        after.nodes().forEach(this::mark);
        var axis = sheet.lines().filter(TimelineRevision::isAxis).toList();
        var pairs = new HashSet<String>();
        for (int i = 1; i < after.nodes().size(); i++) {
            pairs.add(join(i));
        }
        axis.stream()
                .filter(line -> !pairs.contains(pair(line)))
                .map(Connector::id)
                .forEach(sheet::remove);
    }

    private void mark(Node node) {
        var id = TimelineArranger.markOf(node.id());
        var card = sheet.shape(node.id());
        var height =
                sheet.shapes()
                        .filter(it -> isMark(it.id()))
                        .map(CanvasObject::bounds)
                        .mapToDouble(Bounds::top)
                        .findFirst();
        if (card.isEmpty() || height.isEmpty() || sheet.shape(id).isPresent()) {
            return;
        }
        var left = Lines.middleX(card.get()) - TimelineArranger.MARK / 2;
        var top = height.getAsDouble();
        var wanted =
                new Bounds(left, top, left + TimelineArranger.MARK, top + TimelineArranger.MARK);
        var place = sheet.spaceAmongShapes().nearest(wanted, TimelineArranger.MARK / 2);
        var tone = Tone.accent(after.nodes().indexOf(node));
        var mark = new Shape(id, Outline.CIRCLE, place, null, tone);
        sheet.add(new Painter(theme).shape(mark));
        add(Lines.straight(mark, card.get(), false));
    }

    /// @return the pair of marks that are next to one another here
    private String join(int index) {
        var from = sheet.shape(TimelineArranger.markOf(after.nodes().get(index - 1).id()));
        var to = sheet.shape(TimelineArranger.markOf(after.nodes().get(index).id()));
        if (from.isEmpty() || to.isEmpty()) {
            return "";
        }
        var pair = from.get().id() + " " + to.get().id();
        if (sheet.lines().filter(TimelineRevision::isAxis).noneMatch(it -> pair(it).equals(pair))) {
            var isLast = index == after.nodes().size() - 1;
            add(Lines.straight(from.get(), to.get(), isLast));
        }
        return pair;
    }

    private void add(Line line) {
        sheet.add(new Painter(theme).connector(line, sheet.freeId("line:")));
    }

    private static boolean isAxis(Connector line) {
        return line.from() != null && line.to() != null && isMark(line.from()) && isMark(line.to());
    }

    private static boolean isMark(ObjectId id) {
        return id.value().endsWith(TimelineArranger.markOf(""));
    }

    private static String pair(Connector line) {
        return line.from() == null || line.to() == null
                ? ""
                : line.from().value() + " " + line.to().value();
    }
}
