package dev.atelier.adapters.export.mermaid;

import dev.atelier.domain.diagram.Diagram.Node;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a node says: its label, and its details below.
final class NodeText {

    private NodeText() {}

    static String of(Node node) {
        return Stream.concat(Stream.of(node.label()), node.details().stream())
                .collect(Collectors.joining("\n"));
    }
}
