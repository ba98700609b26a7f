package dev.atelier.adapters.export.mermaid;

import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Group;
import dev.atelier.domain.diagram.Diagram.Node;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Nodes in their order: the date that a label starts with ("2019: Founded") is the period, the
/// rest and the details are its events. Groups are sections where every node is in one.
final class TimelineText {

    private static final Pattern DATED =
            Pattern.compile("(?<date>[^:：]{1,24}?)\\s*[:：]\\s+(?<event>.*\\S.*)");

    private final Diagram diagram;

    TimelineText(Diagram diagram) {
        this.diagram = diagram;
    }

    String write() {
        var script = new Script(diagram.title(), "timeline");
        var labels = diagram.groups().stream().collect(Collectors.toMap(Group::id, Group::label));
        var sections = diagram.nodes().stream().noneMatch(node -> node.group() == null);
        var section = "";
        for (var node : diagram.nodes()) {
            var group = node.group() == null ? "" : node.group();
            if (sections && !group.equals(section)) {
                section = group;
                script.line("section " + Words.bare(labels.getOrDefault(group, group)));
            }
            script.line(period(node));
        }
        return script.end();
    }

    private static String period(Node node) {
        var dated = DATED.matcher(node.label());
        var heads =
                dated.matches()
                        ? List.of(dated.group("date"), dated.group("event"))
                        : List.of(node.label());
        return Stream.concat(heads.stream(), node.details().stream())
                .map(Words::bare)
                .collect(Collectors.joining(" : "));
    }
}
