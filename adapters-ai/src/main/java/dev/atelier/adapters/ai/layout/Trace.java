package dev.atelier.adapters.ai.layout;

import dev.atelier.domain.canvas.CanvasObject.Connector;
import dev.atelier.domain.canvas.CanvasObject.Text;
import dev.atelier.domain.canvas.Label;
import dev.atelier.domain.canvas.ObjectId;
import dev.atelier.domain.canvas.Position;
import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Edge;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// An edge of a diagram, and the line and caption that show it on a canvas, found by what they
/// connect and say.
record Trace(Edge edge, @Nullable Connector line, @Nullable Text caption) {

    private static final Pattern SPACE = Pattern.compile("\\s+");

    static List<Trace> of(Diagram diagram, Sheet sheet) {
        var taken = new HashSet<ObjectId>();
        diagram.nodes().forEach(node -> taken.add(new ObjectId(node.id())));
        var traces = new ArrayList<Trace>();
        for (var edge : diagram.edges()) {
            var line = line(edge, sheet, taken);
            line.ifPresent(it -> taken.add(it.id()));
            var caption = line.flatMap(it -> caption(edge.label(), it, sheet, taken));
            caption.ifPresent(it -> taken.add(it.id()));
            traces.add(new Trace(edge, line.orElse(null), caption.orElse(null)));
        }
        return traces;
    }

    Optional<ObjectId> lineId() {
        return Optional.ofNullable(line).map(Connector::id);
    }

    private static Optional<Connector> line(Edge edge, Sheet sheet, Set<ObjectId> taken) {
        return sheet.lines()
                .filter(line -> !taken.contains(line.id()))
                .filter(line -> isAt(line.from(), edge.from()) && isAt(line.to(), edge.to()))
                .findFirst();
    }

    private static boolean isAt(@Nullable ObjectId end, String node) {
        return end != null
                && (end.value().equals(node)
                        || end.value().equals(SequenceArranger.lifelineOf(node)));
    }

    private static Optional<Text> caption(
            @Nullable String label, Connector line, Sheet sheet, Set<ObjectId> taken) {
        if (label == null) {
            return Optional.empty();
        }
        var middle = Segments.middle(line.points());
        return sheet.texts()
                .filter(text -> !taken.contains(text.id()) && says(text.label(), label))
                .min(Comparator.comparingDouble(text -> distance(text, middle)));
    }

    /// Whether the text says this, however its lines are broken.
    static boolean says(Label text, String words) {
        return squeezed(text.text()).equals(squeezed(words));
    }

    private static String squeezed(String text) {
        return SPACE.matcher(text).replaceAll("");
    }

    private static double distance(Text text, Position point) {
        var box = text.bounds();
        return Math.hypot(
                (box.left() + box.right()) / 2 - point.x(),
                (box.top() + box.bottom()) / 2 - point.y());
    }
}
