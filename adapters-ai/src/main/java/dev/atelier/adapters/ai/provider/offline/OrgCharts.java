package dev.atelier.adapters.ai.provider.offline;

import dev.atelier.adapters.ai.diagram.DiagramBuilder;
import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Kind;
import dev.atelier.domain.diagram.Diagram.Role;
import dev.atelier.domain.diagram.Wording;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Writes organisation charts from "CEO: CTO, CFO", "the CTO reports to the CEO", "the CEO leads
/// …", arrows, or a plain list whose first is the head.
final class OrgCharts {

    private static final Pattern REPORTS =
            Request.pattern("(?:the )?(?<people>.+?) reports? to (?:the )?(?<head>.+)");
    private static final Pattern LEADS =
            Request.pattern(
                    "(?:the )?(?<head>.+?) (?:manages?|leads?|heads?|oversees?) (?:the"
                            + " )?(?<people>.+)");

    private final DiagramBuilder diagram;
    private final Map<String, String> ids = new HashMap<>();

    private OrgCharts(DiagramBuilder diagram) {
        this.diagram = diagram;
    }

    static Diagram write(Request request) {
        var diagram = new DiagramBuilder(request.title(), Kind.ORG_CHART);
        if (Arrows.isIn(request.body())) {
            Arrows.read(request.body(), diagram);
        }
        if (diagram.isEmpty()) {
            var chart = new OrgCharts(diagram);
            chart.read(request);
            if (diagram.isEmpty()) {
                chart.usual(request);
            }
        }
        return diagram.build();
    }

    private void read(Request request) {
        if (request.body().isEmpty()) {
            usual(request);
            return;
        }
        var sections = Section.read(request.body());
        if (!sections.isEmpty()) {
            sections.forEach(section -> under(section.heading(), section.items()));
            return;
        }
        var items = Items.read(request.body());
        if (items.stream().noneMatch(this::tells)) {
            var rest = items.stream().skip(1).toList();
            items.stream().findFirst().ifPresent(head -> under(head, rest));
        }
    }

    private boolean tells(String sentence) {
        for (var pattern : List.of(REPORTS, LEADS)) {
            var told = pattern.matcher(sentence);
            if (told.matches()) {
                under(told.group("head"), Items.list(told.group("people")));
                return true;
            }
        }
        return false;
    }

    private void under(String head, List<String> people) {
        var top = person(head);
        people.forEach(each -> diagram.edge(top, person(each)));
    }

    private String person(String name) {
        var title = name.replaceAll("(?i)^the\\s+", "");
        return ids.computeIfAbsent(
                title.toLowerCase(Locale.ROOT),
                _ -> diagram.node(Wording.capitalised(title), Role.PROCESS));
    }

    private void usual(Request request) {
        var head = "Head of " + (request.subject().isEmpty() ? "the team" : request.subject());
        under(head, List.of("Product", "Operations", "Growth"));
        under("Product", List.of("Design", "Engineering"));
        under("Operations", List.of("Finance", "People"));
        under("Growth", List.of("Marketing", "Sales"));
    }
}
