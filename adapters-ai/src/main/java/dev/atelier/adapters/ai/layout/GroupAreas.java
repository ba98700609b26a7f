package dev.atelier.adapters.ai.layout;

import dev.atelier.adapters.ai.layout.Arrangement.Caption;
import dev.atelier.adapters.ai.layout.Arrangement.Line;
import dev.atelier.adapters.ai.layout.Arrangement.Shape;
import dev.atelier.adapters.ai.theme.Theme;
import dev.atelier.adapters.ai.theme.Tone;
import dev.atelier.adapters.ai.theme.Tone.Hue;
import dev.atelier.adapters.ai.theme.Tone.Strength;
import dev.atelier.domain.canvas.Bounds;
import dev.atelier.domain.canvas.Position;
import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Group;

import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.SizeConstraint;
import org.eclipse.elk.graph.ElkNode;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Nodes that belong together lie on one quiet area under a heading.
final class GroupAreas {

    static final double PADDING = 24;
    static final double HEADING_TOP = 12;
    static final double HEADING_GAP = 16;
    static final Tone TONE = Tone.of(Hue.PROCESS).as(Strength.FAINT);

    private static final double HEADING_WIDTH = 220;
    private static final String AREA = ":area";

    private final ElkNode graph;
    private final Map<String, Area> areas = new LinkedHashMap<>();

    private GroupAreas(ElkNode graph) {
        this.graph = graph;
    }

    static boolean isArea(String id) {
        return id.contains(AREA);
    }

    static String idOf(String group) {
        return group + AREA;
    }

    static TextBlock heading(Group group, Theme theme) {
        return TextBlock.wrap(group.label(), HEADING_WIDTH, theme.captionSize());
    }

    /// An area for every group that has members, or for all of them if there are no nodes at all.
    static GroupAreas in(ElkNode graph, Diagram diagram, Theme theme) {
        var all = new GroupAreas(graph);
        for (var group : diagram.groups()) {
            var hasMembers =
                    diagram.nodes().stream().anyMatch(node -> group.id().equals(node.group()));
            if (hasMembers || diagram.nodes().isEmpty()) {
                all.areas.put(group.id(), Area.in(graph, group, heading(group, theme)));
            }
        }
        return all;
    }

    ElkNode around(@Nullable String group) {
        var area = group == null ? null : areas.get(group);
        return area == null ? graph : area.node();
    }

    List<Shape> shapes() {
        return areas.values().stream().map(Area::shape).toList();
    }

    /// The headings at the top of their areas, where no line runs through them if that can be.
    List<Caption> headings(List<Line> lines) {
        return areas.values().stream().map(area -> area.heading(lines)).toList();
    }

    private record Area(Group group, TextBlock text, ElkNode node) {

        static Area in(ElkNode graph, Group group, TextBlock text) {
            var top = HEADING_TOP + text.height() + HEADING_GAP;
            var node = ElkSettings.area(graph, new ElkPadding(top, PADDING, PADDING, PADDING));
            var width = text.width() + 2 * PADDING;
            node.setProperty(CoreOptions.NODE_SIZE_CONSTRAINTS, SizeConstraint.minimumSize());
            // The engine turns a downward graph on its side first, but not this.
            node.setProperty(
                    CoreOptions.NODE_SIZE_MINIMUM,
                    node.getProperty(CoreOptions.DIRECTION) == Direction.DOWN
                            ? new KVector(0, width)
                            : new KVector(width, 0));
            node.setDimensions(width, top + PADDING);
            return new Area(group, text, node);
        }

        Shape shape() {
            var at = ElkSettings.origin(node);
            return new Shape(
                    idOf(group.id()),
                    Outline.RECTANGLE,
                    new Bounds(at.x(), at.y(), at.x() + node.getWidth(), at.y() + node.getHeight()),
                    null,
                    TONE);
        }

        Caption heading(List<Line> lines) {
            var box = shape().bounds();
            var top = box.top() + HEADING_TOP;
            var last = box.right() - PADDING / 2 - text.width();
            for (var left = box.left() + PADDING / 2; left <= last; left += PADDING / 2) {
                var heading = new Caption(text, new Position(left, top));
                if (lines.stream().noneMatch(line -> line.crosses(heading.bounds()))) {
                    return heading;
                }
            }
            return new Caption(text, new Position(box.left() + PADDING / 2, top));
        }
    }
}
