package dev.atelier.adapters.ai.layout;

import dev.atelier.adapters.ai.layout.Arrangement.Caption;
import dev.atelier.adapters.ai.layout.Arrangement.Shape;
import dev.atelier.adapters.ai.theme.Theme;
import dev.atelier.adapters.ai.theme.Tone;
import dev.atelier.domain.canvas.Bounds;
import dev.atelier.domain.canvas.CanvasObject;
import dev.atelier.domain.canvas.CanvasObject.Text;
import dev.atelier.domain.canvas.ObjectId;
import dev.atelier.domain.canvas.Position;
import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Group;
import dev.atelier.domain.diagram.Diagram.Kind;
import dev.atelier.domain.diagram.Diagram.Node;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Brings the areas and the columns of a canvas up to date with the groups of a diagram.
final class GroupRevision {

    private static final double COLUMN_GAP = 28;

    private final Sheet sheet;
    private final Diagram before;
    private final Diagram after;
    private final Theme theme;

    GroupRevision(Sheet sheet, Diagram before, Diagram after, Theme theme) {
        this.sheet = sheet;
        this.before = before;
        this.after = after;
        this.theme = theme;
    }

    void removeWhatIsGone() {
        var kept = after.groups().stream().map(Group::id).collect(Collectors.toSet());
        for (var group : before.groups()) {
            if (!kept.contains(group.id()) || before.kind() != after.kind()) {
                heading(group).map(Text::id).ifPresent(sheet::remove);
                sheet.removeCompanions(group.id());
            }
        }
    }

    /// Headings of new columns go to the right of the last; those of old ones say what they are to
    /// say.
    void addColumns() {
        var old = new HashMap<String, Group>();
        before.groups().forEach(group -> old.put(group.id(), group));
        for (var group : after.groups()) {
            var was = old.get(group.id());
            if (after.kind() == Kind.KANBAN) {
                column(group);
            }
            if (was != null && !was.label().equals(group.label())) {
                heading(was).map(text -> reworded(text, group)).ifPresent(sheet::replace);
            }
        }
    }

    private void column(Group group) {
        var id = KanbanArranger.columnOf(group.id());
        var existing = sheet.find(id);
        var asNode = new Node(group.id(), group.label(), Diagram.Role.NOTE, null);
        if (existing.isPresent()) {
            sheet.replace(new Relabelling(sheet, theme, after.kind()).said(existing.get(), asNode));
            return;
        }
        var columns =
                sheet.shapes()
                        .filter(it -> it.id().value().endsWith(KanbanArranger.columnOf("")))
                        .map(CanvasObject::bounds)
                        .toList();
        var tone = Tone.accent(after.groups().indexOf(group));
        var text = TextBlock.wrap(group.label(), KanbanArranger.TEXT_WIDTH, theme.labelSize() + 2);
        var sized = Sized.around(id, Outline.RECTANGLE, text, tone).widened(KanbanArranger.WIDTH);
        var left = columns.stream().mapToDouble(Bounds::right).max().orElse(40 - COLUMN_GAP);
        var top = columns.stream().mapToDouble(Bounds::top).min().orElse(40);
        var place = sheet.spaceAmongShapes().nearest(sized.at(left + COLUMN_GAP, top).bounds(), 8);
        sheet.add(new Painter(theme).shape(sized.at(place.left(), place.top())));
    }

    /// The heading on the area of a group.
    private Optional<Text> heading(Group group) {
        return sheet.shape(GroupAreas.idOf(group.id()))
                .flatMap(
                        area ->
                                sheet.texts()
                                        .filter(it -> isWithin(it.bounds(), area.bounds()))
                                        .filter(it -> Trace.says(it.label(), group.label()))
                                        .findFirst());
    }

    /// The heading has no more room than the strip above the members.
    private Text reworded(Text heading, Group group) {
        var box = heading.bounds();
        var area = sheet.shape(GroupAreas.idOf(group.id())).map(Shape::bounds).orElse(box);
        var width = area.right() - GroupAreas.PADDING / 2 - box.left();
        return TextBlock.shortened(
                        group.label(), width, heading.label().fontSize(), it -> isFree(heading, it))
                .map(it -> Captions.with(heading, at(heading, it), it))
                .orElse(heading);
    }

    private boolean isFree(Text heading, TextBlock words) {
        return sheet.spaceAmongShapes(heading.id()).isFree(at(heading, words), 0);
    }

    private static Bounds at(Text heading, TextBlock words) {
        var at = heading.at();
        return new Bounds(at.x(), at.y(), at.x() + words.width(), at.y() + words.height());
    }

    /// Areas reach as far as their members where nothing else is in between, and new groups get one
    /// on the same condition.
    void drawAreas() {
        if (after.kind() != Kind.FLOWCHART && after.kind() != Kind.ENTITY_RELATIONSHIP) {
            return;
        }
        for (var group : after.groups()) {
            var members = members(group);
            var id = GroupAreas.idOf(group.id());
            var existing = sheet.find(id);
            if (!members.isEmpty() && existing.isEmpty()) {
                addArea(group, members);
            } else if (existing.isPresent() && !sheet.isPinned(existing.get().id())) {
                widen(existing.get(), members);
            }
        }
    }

    private List<CanvasObject> members(Group group) {
        return after.nodes().stream()
                .filter(node -> group.id().equals(node.group()))
                .flatMap(node -> sheet.find(node.id()).stream())
                .toList();
    }

    private void widen(CanvasObject area, List<CanvasObject> members) {
        var wide =
                members.stream()
                        .map(CanvasObject::bounds)
                        .filter(box -> !isWithin(box, area.bounds()))
                        .map(box -> grown(box, GroupAreas.PADDING))
                        .reduce(area.bounds(), Bounds::union);
        var onIt =
                sheet.shapes()
                        .filter(it -> isWithin(it.bounds(), area.bounds()))
                        .map(CanvasObject::id);
        var mayLieOnIt =
                Stream.concat(onIt, members.stream().map(CanvasObject::id))
                        .collect(Collectors.toSet());
        if (!wide.equals(area.bounds()) && isClear(wide, mayLieOnIt)) {
            sheet.replace(Relabelling.with(area, wide, null));
        }
    }

    private void addArea(Group group, List<CanvasObject> members) {
        var text = GroupAreas.heading(group, theme);
        var inner = members.stream().map(CanvasObject::bounds).reduce(Bounds::union).orElseThrow();
        var width = Math.max(inner.width(), text.width()) + 2 * GroupAreas.PADDING;
        var area =
                new Bounds(
                        inner.left() - GroupAreas.PADDING,
                        inner.top()
                                - GroupAreas.HEADING_TOP
                                - text.height()
                                - GroupAreas.HEADING_GAP,
                        inner.left() - GroupAreas.PADDING + width,
                        inner.bottom() + GroupAreas.PADDING);
        if (!isClear(area, members.stream().map(CanvasObject::id).collect(Collectors.toSet()))) {
            return;
        }
        var painter = new Painter(theme);
        var id = GroupAreas.idOf(group.id());
        sheet.add(painter.shape(new Shape(id, Outline.RECTANGLE, area, null, GroupAreas.TONE)));
        var at =
                new Position(
                        area.left() + GroupAreas.PADDING / 2, area.top() + GroupAreas.HEADING_TOP);
        sheet.add(painter.text(new Caption(text, at), sheet.freeId("text:")));
    }

    /// Whether nothing but these lies there, and these wholly.
    private boolean isClear(Bounds area, Set<ObjectId> members) {
        return area.left() >= 0
                && area.top() >= 0
                && sheet.shapes()
                        .allMatch(
                                it ->
                                        members.contains(it.id())
                                                ? isWithin(it.bounds(), area)
                                                : !it.bounds().overlaps(area));
    }

    private static boolean isWithin(Bounds inner, Bounds outer) {
        return inner.union(outer).equals(outer);
    }

    private static Bounds grown(Bounds box, double by) {
        return new Bounds(box.left() - by, box.top() - by, box.right() + by, box.bottom() + by);
    }
}
