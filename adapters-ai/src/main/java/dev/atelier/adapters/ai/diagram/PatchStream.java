package dev.atelier.adapters.ai.diagram;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.atelier.adapters.ai.diagram.Finding.Problem;
import dev.atelier.domain.diagram.Diagram;

import java.util.List;
import java.util.Set;

/// A model's reply that says how a diagram is to change, read while it streams.
public final class PatchStream {

    private static final List<String> LISTS = List.of("remove", "update", "add_nodes", "add_edges");

    private final ReplyJson json = new ReplyJson(new Changes());
    private final Diagram before;
    private final Set<String> taken;

    /// @param taken ids that a new node must not have
    public PatchStream(Diagram before, Set<String> taken) {
        this.before = before;
        this.taken = Set.copyOf(taken);
    }

    public void feed(String piece) {
        json.feed(piece);
    }

    /// Changes with every change that is complete.
    public int completed() {
        return json.completed();
    }

    public String text() {
        return json.text();
    }

    /// The diagram as it is after the change. There is none if the reply says nothing of a change.
    public Draft end() {
        json.end();
        return soFar();
    }

    /// The diagram with what is complete of the change. There is none before anything is.
    public Draft soFar() {
        var reply = json.root();
        if (!isChange(reply)) {
            return new Draft(null, List.of(Finding.about(Problem.NOTHING_TO_DRAW)));
        }
        var patched = new Patching(before, taken).apply(new Fields(reply));
        return new Draft(patched.picture(), Finding.withCutOff(patched.findings(), json.isCut()));
    }

    private static boolean isChange(ObjectNode reply) {
        return LISTS.stream().anyMatch(list -> reply.path(list).isArray())
                || !new Fields(reply).text(1, "title").isEmpty();
    }

    private static final class Changes implements ReplyJson.Sense {

        @Override
        public boolean isAnswer(ObjectNode object) {
            return isChange(object);
        }

        @Override
        public String listOf(ObjectNode object) {
            return "";
        }
    }
}
