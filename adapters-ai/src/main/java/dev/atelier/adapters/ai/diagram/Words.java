package dev.atelier.adapters.ai.diagram;

import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Direction;
import dev.atelier.domain.diagram.Diagram.Kind;
import dev.atelier.domain.diagram.Diagram.Role;
import dev.atelier.domain.diagram.Wording;

import java.util.List;
import java.util.Optional;

/// What models mean by their words, the schema's and others.
final class Words {

    private Words() {}

    static Kind kind(String word) {
        if (word.contains("mind") || word.contains("concept")) {
            return Kind.MIND_MAP;
        }
        if (word.contains("org") || word.contains("hierarch")) {
            return Kind.ORG_CHART;
        }
        if (word.contains("time") || word.contains("roadmap")) {
            return Kind.TIMELINE;
        }
        if (word.contains("sequence") || word.contains("interaction")) {
            return Kind.SEQUENCE;
        }
        if (word.contains("entity")
                || word.contains("relation")
                || word.matches("erd?|erdiagram")) {
            return Kind.ENTITY_RELATIONSHIP;
        }
        return word.contains("kanban") || word.contains("board") ? Kind.KANBAN : Kind.FLOWCHART;
    }

    static Direction direction(String word) {
        return switch (word) {
            case "right", "lr", "horizontal", "lefttoright" -> Direction.RIGHT;
            default -> Direction.DOWN;
        };
    }

    static Role role(String word) {
        return knownRole(word).orElse(Role.PROCESS);
    }

    /// @return nothing if the word says nothing
    static Optional<Role> knownRole(String word) {
        return Optional.ofNullable(
                switch (word) {
                    case "start", "begin", "initial" -> Role.START;
                    case "end", "stop", "final", "terminal" -> Role.END;
                    case "process", "step", "task" -> Role.PROCESS;
                    case "decision", "diamond", "choice", "condition" -> Role.DECISION;
                    case "data", "database", "storage", "entity", "table" -> Role.DATA;
                    case "actor", "person", "user" -> Role.ACTOR;
                    case "note", "comment" -> Role.NOTE;
                    default -> null;
                });
    }

    static List<String> details(Fields fields) {
        return fields.lines(Wording.MAX_LABEL, "details", "attributes", "fields", "columns")
                .limit(Diagram.MAX_DETAILS)
                .toList();
    }
}
