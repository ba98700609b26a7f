package dev.atelier.adapters.ai.diagram;

import dev.atelier.adapters.ai.diagram.Finding.Problem;
import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Edge;
import dev.atelier.domain.diagram.Diagram.Group;
import dev.atelier.domain.diagram.Diagram.Kind;
import dev.atelier.domain.diagram.Diagram.Node;
import dev.atelier.domain.diagram.Wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes a sound diagram of what a model wrote: edges to nowhere are dropped, ids made unique,
/// missing labels replaced by ids, and whatever is too much is left out.
final class DiagramRepair {

    static final String[] NODES = {"nodes", "steps", "items", "participants", "entities"};

    private static final String[] EDGES = {
        "edges", "connections", "links", "arrows", "messages", "relations", "relationships"
    };

    private final Ids groupIds = new Ids("g");
    private final Ids nodeIds = new Ids("n");
    private final List<Finding> findings = new ArrayList<>();

    private DiagramRepair() {}

    static Optional<Draft> repair(Fields fields, String kind, String title) {
        var repair = new DiagramRepair();
        return repair.diagram(fields, Words.kind(kind), title).map(repair::draft);
    }

    private Draft draft(Diagram diagram) {
        findings.addAll(DecisionCheck.of(diagram));
        return new Draft(diagram, findings);
    }

    private Optional<Diagram> diagram(Fields fields, Kind kind, String title) {
        var groups =
                fields.list("groups", "columns", "lanes", "areas")
                        .limit(Diagram.MAX_GROUPS)
                        .flatMap(this::group)
                        .toList();
        var nodes = fields.list(NODES).limit(Diagram.MAX_NODES + 1L).flatMap(this::node).toList();
        if (nodes.isEmpty() && (groups.isEmpty() || kind != Kind.KANBAN)) {
            return Optional.empty();
        }
        nodes = upTo(Diagram.MAX_NODES, nodes, "nodes");
        var edges = upTo(Diagram.MAX_EDGES, edges(fields, kind), "edges");
        return Optional.of(
                new Diagram(
                        title,
                        kind,
                        Words.direction(fields.word("direction")),
                        nodes,
                        kind == Kind.MIND_MAP ? withoutStrays(nodes, edges) : edges,
                        groups));
    }

    /// Messages may be sent again; any other edge that is there twice says nothing new.
    private List<Edge> edges(Fields fields, Kind kind) {
        var edges = fields.list(EDGES).limit(10L * Diagram.MAX_EDGES).flatMap(this::edge).toList();
        return kind == Kind.SEQUENCE ? edges : edges.stream().distinct().toList();
    }

    private <T> List<T> upTo(int limit, List<T> things, String name) {
        if (things.size() <= limit) {
            return things;
        }
        findings.add(new Finding(Problem.TOO_MUCH, name));
        return things.subList(0, limit);
    }

    private Stream<Group> group(Fields fields) {
        var name = fields.text(60, "id", "name");
        var label = label(fields, name);
        return label.isEmpty() ? Stream.empty() : Stream.of(new Group(groupIds.give(name), label));
    }

    private Stream<Node> node(Fields fields) {
        var name = fields.text(60, "id", "key");
        var label = label(fields, name);
        if (label.isEmpty()) {
            return Stream.empty();
        }
        var id = nodeIds.give(name);
        nodeIds.alias(label, id);
        var group = groupIds.of(fields.text(60, "group", "column", "lane", "area"));
        var role = Words.role(fields.word("kind", "role", "shape", "type"));
        return Stream.of(new Node(id, label, role, group, Words.details(fields)));
    }

    private Stream<Edge> edge(Fields fields) {
        var source = fields.text(Wording.MAX_LABEL, "from", "source", "start");
        var target = fields.text(Wording.MAX_LABEL, "to", "target", "end");
        var from = nodeIds.of(source);
        var to = nodeIds.of(target);
        if (from == null || to == null) {
            findings.add(new Finding(Problem.UNKNOWN_ID, source + " -> " + target));
            return Stream.empty();
        }
        var label = fields.text(Wording.MAX_LABEL, "label", "text", "message", "cardinality");
        return Stream.of(new Edge(from, to, label.isEmpty() ? null : label));
    }

    private static String label(Fields fields, String otherwise) {
        var label = fields.text(Wording.MAX_LABEL, "label", "text", "title", "name");
        return label.isEmpty() ? otherwise : label;
    }

    /// What nothing leads to or from hangs on the centre of a mind map.
    private static List<Edge> withoutStrays(List<Node> nodes, List<Edge> edges) {
        var joined =
                edges.stream()
                        .flatMap(edge -> Stream.of(edge.from(), edge.to()))
                        .collect(Collectors.toSet());
        var strays =
                nodes.stream()
                        .skip(1)
                        .map(Node::id)
                        .filter(id -> !joined.contains(id))
                        .map(id -> new Edge(nodes.getFirst().id(), id, null));
        return Stream.concat(edges.stream(), strays).limit(Diagram.MAX_EDGES).toList();
    }
}
