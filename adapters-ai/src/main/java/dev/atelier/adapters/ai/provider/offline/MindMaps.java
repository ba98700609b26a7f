package dev.atelier.adapters.ai.provider.offline;

import dev.atelier.adapters.ai.diagram.DiagramBuilder;
import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Kind;
import dev.atelier.domain.diagram.Diagram.Role;
import dev.atelier.domain.diagram.Wording;

import java.util.List;

/// Writes mind maps: the subject in the middle, what is listed around it, or the questions that one
/// asks of any subject.
final class MindMaps {

    private static final List<Section> QUESTIONS =
            List.of(
                    new Section("Why", List.of("Purpose", "Benefits")),
                    new Section("What", List.of("Parts", "Examples")),
                    new Section("Who", List.of("People involved", "People affected")),
                    new Section("How", List.of("First steps", "Tools")),
                    new Section("Risks", List.of("Obstacles", "Costs")),
                    new Section("Next", List.of("Open questions", "Ideas")));

    private MindMaps() {}

    static Diagram write(Request request) {
        var diagram = new DiagramBuilder(request.title(), Kind.MIND_MAP);
        if (Arrows.isIn(request.body())) {
            Arrows.read(request.body(), diagram);
        }
        if (diagram.isEmpty()) {
            var root = diagram.node(Wording.capitalised(request.topic()), Role.START);
            branches(request.body()).forEach(branch -> add(diagram, root, branch));
        }
        return diagram.build();
    }

    private static List<Section> branches(String body) {
        if (body.isEmpty()) {
            return QUESTIONS;
        }
        var sections = Section.read(body);
        return sections.isEmpty()
                ? Items.read(body).stream().map(item -> new Section(item, List.of())).toList()
                : sections;
    }

    private static void add(DiagramBuilder diagram, String root, Section branch) {
        var id = diagram.node(branch.heading(), Role.PROCESS);
        diagram.edge(root, id);
        for (var item : branch.items()) {
            diagram.edge(id, diagram.node(item, Role.PROCESS));
        }
    }
}
