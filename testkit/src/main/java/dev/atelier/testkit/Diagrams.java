package dev.atelier.testkit;

import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Direction;
import dev.atelier.domain.diagram.Diagram.Edge;
import dev.atelier.domain.diagram.Diagram.Group;
import dev.atelier.domain.diagram.Diagram.Kind;
import dev.atelier.domain.diagram.Diagram.Node;
import dev.atelier.domain.diagram.Diagram.Role;

import java.util.Arrays;
import java.util.List;

/// Small valid diagrams.
public final class Diagrams {

    private Diagrams() {}

    /// The same parts, read in every way that there is.
    public static List<Diagram> ofEveryKind() {
        return Arrays.stream(Kind.values()).map(Diagrams::of).toList();
    }

    public static Diagram of(Kind kind) {
        return new Diagram(
                "Everything — größer, 大きく, 🎨",
                kind,
                kind == Kind.TIMELINE ? Direction.RIGHT : Direction.DOWN,
                List.of(
                        new Node("start", "Start", Role.START, null),
                        new Node("check", "Known user?", Role.DECISION, "front"),
                        new Node("users", "Users", Role.DATA, "back", List.of("id", "name"))),
                List.of(new Edge("start", "check", null), new Edge("check", "users", "\"looks\"")),
                List.of(new Group("front", "Front"), new Group("back", "Back")));
    }
}
