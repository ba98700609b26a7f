package dev.atelier.adapters.ai.layout;

import dev.atelier.domain.canvas.CanvasDesign;
import dev.atelier.domain.canvas.CanvasObject;
import dev.atelier.domain.canvas.CanvasObject.Connector;
import dev.atelier.domain.canvas.CanvasObject.Text;
import dev.atelier.domain.diagram.Diagram.Edge;
import dev.atelier.domain.diagram.Diagram.Node;
import dev.atelier.domain.diagram.Diagram.Role;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/// Short words for the parts of diagrams and designs.
final class Parts {

    private Parts() {}

    static Node node(String id, String label) {
        return new Node(id, label, Role.PROCESS, null);
    }

    static Node node(String id, String label, Role role) {
        return new Node(id, label, role, null);
    }

    static Node member(String id, String label, String group) {
        return new Node(id, label, Role.PROCESS, group);
    }

    static Node entity(String id, String label, String... details) {
        return new Node(id, label, Role.DATA, null, List.of(details));
    }

    static Edge edge(String from, String to) {
        return new Edge(from, to, null);
    }

    static Edge edge(String from, String to, @Nullable String label) {
        return new Edge(from, to, label);
    }

    static CanvasObject object(CanvasDesign design, String id) {
        return design.objects().stream()
                .filter(object -> object.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + id));
    }

    static boolean has(CanvasDesign design, String id) {
        return design.objects().stream().anyMatch(object -> object.id().value().equals(id));
    }

    static Text text(CanvasDesign design, String words) {
        return design.objects().stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .filter(text -> words.equals(text.label().text().replace('\n', ' ')))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no text " + words));
    }

    static Connector line(CanvasDesign design, String from, String to) {
        return design.objects().stream()
                .filter(Connector.class::isInstance)
                .map(Connector.class::cast)
                .filter(line -> Objects.requireNonNull(line.from()).value().equals(from))
                .filter(line -> Objects.requireNonNull(line.to()).value().equals(to))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line from " + from + " to " + to));
    }
}
