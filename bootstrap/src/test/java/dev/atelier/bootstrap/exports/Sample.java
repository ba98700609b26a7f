package dev.atelier.bootstrap.exports;

import dev.atelier.domain.canvas.Canvas;
import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.canvas.CanvasObject;
import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Edge;
import dev.atelier.domain.diagram.Diagram.Group;
import dev.atelier.domain.diagram.Diagram.Node;
import dev.atelier.domain.job.UserId;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// A canvas to be exported.
record Sample(String name, CanvasDesign design) {

    Canvas canvas() {
        return new Canvas(new CanvasId(name), new UserId("reader"), 1, design);
    }

    /// What a reader of its mermaid text must find.
    List<String> words() {
        var diagram = design.diagram();
        return diagram == null
                ? design.objects().stream().flatMap(Sample::words).toList()
                : words(diagram).distinct().toList();
    }

    private static Stream<String> words(CanvasObject object) {
        return switch (object) {
            case CanvasObject.Box it when it.label() != null -> Stream.of(it.label().text());
            case CanvasObject.Circle it when it.label() != null -> Stream.of(it.label().text());
            case CanvasObject.Text it -> Stream.of(it.label().text());
            case CanvasObject.Box _, CanvasObject.Circle _, CanvasObject.Connector _ ->
                    Stream.empty();
        };
    }

    private static Stream<String> words(Diagram diagram) {
        var labels = diagram.nodes().stream().map(Node::label);
        var details = diagram.nodes().stream().flatMap(node -> node.details().stream());
        var edges = diagram.edges().stream().map(Edge::label).filter(Objects::nonNull);
        var groups = diagram.groups().stream().map(Group::label);
        return switch (diagram.kind()) {
            case FLOWCHART, ORG_CHART, KANBAN ->
                    Stream.of(labels, details, edges, groups).flatMap(it -> it);
            // A mind map reads markdown whatever is done about it: bold words lose their stars.
            case MIND_MAP ->
                    Stream.of(labels, details)
                            .flatMap(it -> it)
                            .filter(word -> !word.contains("**"));
            case TIMELINE ->
                    Stream.of(labels.flatMap(Sample::dateAndEvent), details).flatMap(it -> it);
            case SEQUENCE, ENTITY_RELATIONSHIP ->
                    Stream.of(labels, details.flatMap(Sample::cells), edges).flatMap(it -> it);
        };
    }

    /// Mermaid's timeline puts them in boxes of their own.
    private static Stream<String> dateAndEvent(String label) {
        return Arrays.stream(label.split(": ", 2)).map(String::strip);
    }

    /// Mermaid's tables show the type first, and in a cell of its own.
    private static Stream<String> cells(String detail) {
        return detail.matches("\\w+: \\w+( PK)?")
                ? Arrays.stream(detail.split(":? "))
                : Stream.of(detail);
    }
}
