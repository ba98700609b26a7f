package dev.atelier.adapters.ai.provider.offline;

import dev.atelier.adapters.ai.diagram.DiagramBuilder;
import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Kind;
import dev.atelier.domain.diagram.Diagram.Role;

import java.util.List;
import java.util.regex.Pattern;

/// Writes kanban boards: columns with their cards as told, or the usual columns with the tasks that
/// are listed.
final class Boards {

    private static final Pattern COLUMN =
            Request.pattern(
                    "(?:to[ -]?do|backlog|ideas?|open|ready|planned|next|doing|in"
                        + " progress|wip|started|blocked|waiting|review|in"
                        + " review|test(?:ing)?|qa|deploy(?:ed)?|done|finished|closed|released|archive|offen|in"
                        + " arbeit|erledigt|fertig|pendiente|en curso|hecho|à faire|en"
                        + " cours|terminé)");

    private Boards() {}

    static Diagram write(Request request) {
        var diagram = new DiagramBuilder(request.title(), Kind.KANBAN);
        columns(request).forEach(column -> add(diagram, column));
        return diagram.build();
    }

    private static List<Section> columns(Request request) {
        var body = request.body().replaceAll("\\s*(?:[-=]{1,2}>|→|⇒)\\s*", ", ");
        if (body.isBlank()) {
            return usual(starters(request.subject()), List.of("Plan the first steps"), List.of());
        }
        var sections = Section.read(body);
        if (!sections.isEmpty()) {
            return sections;
        }
        var items = Items.read(body);
        if (items.stream().noneMatch(item -> COLUMN.matcher(item).matches())) {
            return usual(items, List.of(), List.of());
        }
        var first = items.getFirst();
        return items.stream()
                .map(
                        it ->
                                new Section(
                                        it,
                                        it.equals(first) ? starters(request.subject()) : List.of()))
                .toList();
    }

    private static List<Section> usual(
            List<String> toDo, List<String> inProgress, List<String> done) {
        return List.of(
                new Section("To do", toDo),
                new Section("In progress", inProgress),
                new Section("Done", done));
    }

    private static List<String> starters(String topic) {
        var goal = topic.isEmpty() ? "Agree on the goal" : "Agree on the goal of " + topic;
        return List.of(goal, "List the tasks", "Find who takes part");
    }

    private static void add(DiagramBuilder diagram, Section column) {
        var group = diagram.group(column.heading());
        column.items().forEach(item -> diagram.node(item, Role.PROCESS, group));
    }
}
