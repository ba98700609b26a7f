package dev.atelier.adapters.ai.provider.offline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.atelier.adapters.ai.diagram.EdgeIds;
import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Edge;
import dev.atelier.domain.diagram.Diagram.Node;
import dev.atelier.domain.diagram.Wording;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// A patch in the making: the same that a model would reply to the same wish.
final class Changes {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Diagram before;
    private final Naming names;
    private final Map<String, Edge> edges;
    private final Map<String, String> added = new LinkedHashMap<>();
    private final Set<String> removed = new HashSet<>();
    private final ArrayNode remove = JSON.arrayNode();
    private final ArrayNode update = JSON.arrayNode();
    private final ArrayNode addNodes = JSON.arrayNode();
    private final ArrayNode addEdges = JSON.arrayNode();
    private String title = "";

    Changes(Diagram before) {
        this.before = before;
        this.names = new Naming(before);
        this.edges = EdgeIds.of(before);
    }

    /// The reply as a model would write it.
    String reply() {
        var reply = JSON.objectNode().put("title", title);
        reply.set("remove", remove);
        reply.set("update", update);
        reply.set("add_nodes", addNodes);
        reply.set("add_edges", addEdges);
        return reply.toString();
    }

    void entitle(String newTitle) {
        title = newTitle;
    }

    /// @throws NotUnderstood if there is nothing of that name
    String known(String name) {
        var id = added.getOrDefault(Naming.key(name), names.node(name));
        if (id == null) {
            throw NotUnderstood.name(name);
        }
        return id;
    }

    String knownOrNew(String name) {
        var id = added.getOrDefault(Naming.key(name), names.node(name));
        return id == null ? add(name, null, null) : id;
    }

    @Nullable String group(String name) {
        return names.group(name);
    }

    Node node(String id) {
        return before.nodes().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
    }

    Diagram before() {
        return before;
    }

    /// @param after the node that it follows where the order matters
    /// @return the id of the new node
    String add(String label, @Nullable String group, @Nullable String after) {
        var id = "new-" + (added.size() + 1);
        added.put(Naming.key(label), id);
        addNodes.addObject()
                .put("id", id)
                .put("label", label)
                .put("kind", Roles.of(label).name())
                .put("group", group == null ? "" : group)
                .put("after", after == null ? "" : after);
        return id;
    }

    void connect(String from, String to, @Nullable String text) {
        addEdges.addObject().put("from", from).put("to", to).put("text", text == null ? "" : text);
    }

    void rename(String id, String label) {
        update.addObject().put("id", id).put("label", label);
    }

    /// @throws NotUnderstood if there is neither a node nor a group of that name
    void remove(String name) {
        var node = names.node(name);
        var id = node == null ? names.group(name) : node;
        if (id == null) {
            throw NotUnderstood.name(name);
        }
        drop(id);
    }

    /// Takes the edges away, and tells which they were.
    Map<String, Edge> disconnect(@Nullable String from, @Nullable String to) {
        var gone = new LinkedHashMap<String, Edge>();
        edges.forEach(
                (id, edge) -> {
                    if ((from == null || from.equals(edge.from()))
                            && (to == null || to.equals(edge.to()))
                            && !removed.contains(id)) {
                        gone.put(id, edge);
                    }
                });
        gone.keySet().forEach(this::drop);
        return gone;
    }

    long exits(String id) {
        return edges.entrySet().stream()
                .filter(it -> it.getValue().from().equals(id))
                .filter(it -> !removed.contains(it.getKey()))
                .count();
    }

    private void drop(String id) {
        if (removed.add(id)) {
            remove.add(id);
        }
    }

    /// A wish that no rule fits, or that names what is not there.
    static final class NotUnderstood extends RuntimeException {

        private final String why;

        private NotUnderstood(String why) {
            super(why);
            this.why = why;
        }

        static NotUnderstood wish(String words) {
            return new NotUnderstood(
                    "The offline provider does not understand this change: " + quoted(words));
        }

        static NotUnderstood name(String name) {
            return new NotUnderstood("The canvas has nothing called " + quoted(Naming.plain(name)));
        }

        String why() {
            return why;
        }

        private static String quoted(String words) {
            return "\"" + Wording.tidy(words, 120) + "\"";
        }
    }
}
