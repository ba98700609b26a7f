package dev.atelier.adapters.ai.layout;

import dev.atelier.adapters.ai.theme.Theme;
import dev.atelier.domain.canvas.Canvas;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasObject;
import dev.atelier.domain.canvas.ObjectId;
import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Node;

import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One diagram on a canvas becomes another, and what need not move does not: what is gone is taken
/// away, what has changed is changed where it is, and what is new finds a place.
final class Revision {

    private final Canvas canvas;
    private final Diagram before;
    private final Diagram after;
    private final Theme theme;
    private final Sheet sheet;

    Revision(Canvas canvas, Diagram before, Diagram after, Theme theme) {
        this.canvas = canvas;
        this.before = before;
        this.after = NewNames.among(canvas.design(), before, after);
        this.theme = theme;
        this.sheet = new Sheet(canvas);
    }

    CanvasDesign run() {
        var traces = Trace.of(before, sheet);
        var ours = ours(traces);
        var groups = new GroupRevision(sheet, before, after, theme);
        var edges = new EdgeRevision(sheet, after, theme);
        var timeline = new TimelineRevision(sheet, before, after, theme);

        edges.match(traces, before.kind() == after.kind());
        timeline.redate();
        removeNodes();
        groups.removeWhatIsGone();
        relabelNodes(timeline);
        groups.addColumns();
        new Planting(sheet, after, theme).plant();
        groups.drawAreas();
        timeline.drawAxis();
        edges.draw(ours::contains);
        retitle();
        return new CanvasDesign(
                isTitleOurs() ? after.title() : canvas.design().title(),
                sheet.inOrder(object -> ours.contains(object.id())),
                canvas.design().diagram() == null ? null : after);
    }

    private static boolean isOf(String name, ObjectId id) {
        return id.value().equals(name) || id.isPartOf(name);
    }

    private Set<ObjectId> ours(List<Trace> traces) {
        var names =
                Stream.concat(
                                before.nodes().stream().map(Node::id),
                                before.groups().stream().map(Diagram.Group::id))
                        .collect(Collectors.toSet());
        var lines = traces.stream().flatMap(trace -> trace.lineId().stream());
        var shapes =
                sheet.shapes()
                        .map(CanvasObject::id)
                        .filter(id -> names.stream().anyMatch(name -> isOf(name, id)));
        return Stream.concat(shapes, lines).collect(Collectors.toSet());
    }

    private void removeNodes() {
        var kept = after.nodes().stream().map(Node::id).collect(Collectors.toSet());
        for (var node : before.nodes()) {
            var isGone = !kept.contains(node.id());
            if (isGone) {
                sheet.remove(new ObjectId(node.id()));
            }
            if (isGone || before.kind() != after.kind()) {
                sheet.removeCompanions(node.id());
            }
        }
    }

    private void relabelNodes(TimelineRevision timeline) {
        var old = new HashMap<String, Node>();
        before.nodes().forEach(node -> old.put(node.id(), node));
        var relabelling = new Relabelling(sheet, theme, after.kind());
        for (var node : after.nodes()) {
            var was = old.get(node.id());
            if (was != null) {
                sheet.find(node.id())
                        .map(
                                object ->
                                        relabelling.revised(
                                                object, timeline.shown(was), timeline.shown(node)))
                        .ifPresent(sheet::replace);
            }
        }
    }

    private void retitle() {
        if (before.title().equals(after.title())) {
            return;
        }
        sheet.texts()
                .filter(text -> text.id().value().equals(Painter.HEADING))
                .filter(text -> Trace.says(text.label(), before.title()))
                .findFirst()
                .map(
                        text ->
                                new Captions(sheet)
                                        .reworded(text, after.title(), Painter.MIN_HEADING_WIDTH))
                .ifPresent(sheet::replace);
    }

    /// A canvas with more on it than this diagram keeps its own title.
    private boolean isTitleOurs() {
        return canvas.design().diagram() != null || canvas.design().title().equals(before.title());
    }
}
