package dev.atelier.adapters.ai.provider.offline;

import dev.atelier.adapters.ai.diagram.DiagramBuilder;
import dev.atelier.domain.diagram.Diagram.Role;
import dev.atelier.domain.diagram.Wording;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Strings steps together in their order. A question forks: "yes: …" and "no: …" after it are its
/// exits, and where no exit is told for "no", it leads back to the step before. "If x then y
/// otherwise z" is a question with both exits told.
final class Steps {

    private static final Pattern CONDITION =
            Request.pattern(
                    "if\\s+(?<question>.+?)(?:,\\s*(?:then\\s+)?|\\s+then\\s+)(?<yes>.+?)"
                            + "(?:[,;]?\\s+(?:otherwise|else|if not,?)\\s*,?\\s*(?<no>.+))?");
    private static final Pattern EXIT =
            Request.pattern(
                    "(?:if\\s+)?(?<exit>yes|no|ja|nein|oui|non|s[ií])\\s*[:,–-]\\s*(?<step>\\S.*)");
    private static final Pattern REFUSAL = Request.pattern("no|nein|non");

    private final DiagramBuilder diagram;
    private List<Loose> loose = List.of();
    private @Nullable Question question;

    Steps(DiagramBuilder diagram) {
        this.diagram = diagram;
    }

    void add(List<String> steps) {
        steps.forEach(this::add);
        settle();
    }

    private void add(String step) {
        var exit = EXIT.matcher(step);
        var condition = CONDITION.matcher(step);
        if (question != null && exit.matches()) {
            exit(question, exit.group("exit"), exit.group("step"));
            return;
        }
        settle();
        if (condition.matches()) {
            fork(condition);
        } else if (Roles.of(step) == Role.DECISION) {
            var before = loose.isEmpty() ? null : loose.getFirst().from();
            question = new Question(join(step, Role.DECISION), before, new ArrayList<>());
        } else {
            loose = List.of(new Loose(join(step, Roles.of(step)), null));
        }
    }

    private void fork(Matcher condition) {
        var asked = Wording.capitalised(condition.group("question")) + "?";
        var fork = new Question(join(asked, Role.DECISION), null, new ArrayList<>());
        exit(fork, "Yes", condition.group("yes"));
        if (condition.group("no") != null) {
            exit(fork, "No", condition.group("no"));
        } else {
            fork.exits().add(new Loose(fork.id(), "No"));
        }
        loose = List.copyOf(fork.exits());
    }

    private void exit(Question from, String label, String step) {
        var text = Wording.capitalised(step.strip());
        var node = diagram.node(text, Roles.of(text));
        diagram.edge(from.id(), node, Wording.capitalised(label));
        if (!REFUSAL.matcher(label).matches() || Roles.of(text) != Role.END) {
            from.exits().add(new Loose(node, null));
        }
    }

    /// Adds a node behind everything that is still open.
    private String join(String label, Role role) {
        var id = diagram.node(label, role);
        loose.forEach(end -> diagram.edge(end.from(), id, end.label()));
        return id;
    }

    /// Closes a question whose exits are told, or supplies the usual ones.
    private void settle() {
        if (question == null) {
            return;
        }
        if (question.exits().isEmpty()) {
            if (question.before() != null) {
                diagram.edge(question.id(), question.before(), "No");
            }
            loose = List.of(new Loose(question.id(), "Yes"));
        } else {
            loose = List.copyOf(question.exits());
        }
        question = null;
    }

    /// An end that the next step will be tied to.
    private record Loose(String from, @Nullable String label) {}

    /// @param before the step that led to it, if there was one
    private record Question(String id, @Nullable String before, List<Loose> exits) {}
}
