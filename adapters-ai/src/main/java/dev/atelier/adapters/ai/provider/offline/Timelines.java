package dev.atelier.adapters.ai.provider.offline;

import dev.atelier.adapters.ai.diagram.DiagramBuilder;
import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Kind;
import dev.atelier.domain.diagram.Diagram.Role;
import dev.atelier.domain.diagram.Wording;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Writes timelines: what is listed, in its order, with the date first where one is given ("2019 -
/// founded", "founded in 2019"), or the phases that most undertakings go through.
final class Timelines {

    private static final String DATE =
            "(?:(?:q[1-4]|h[12]|jan\\w*|feb\\w*|mar\\w*|apr\\w*|may|june?|july?|aug\\w*|sep\\w*|oct\\w*|nov\\w*|dec\\w*|early|mid|late|spring|summer|autumn|winter)["
                + " -]*)?\\d{3,4}s?|(?:q[1-4]|(?:week|month|day|year|phase|sprint)\\s*\\d{1,3})";
    private static final Pattern DATE_FIRST =
            Request.pattern(
                    "(?:in\\s+)?(?<date>" + DATE + ")\\s*(?:[:,–—-]|\\s)\\s*(?<event>\\S.*)");
    private static final Pattern DATE_LAST =
            Request.pattern("(?<event>.*\\S)\\s+(?:\\(|in\\s+|by\\s+)(?<date>" + DATE + ")\\)?");

    /// Before every item that starts with a year of its own.
    private static final Pattern YEARS = Pattern.compile("[,;，、；]\\s*(?=\\d{4}(?!\\d))|\\R+");

    private static final List<String> PHASES =
            List.of("Idea", "Research", "Plan", "First version", "Launch", "Review and improve");

    private Timelines() {}

    static Diagram write(Request request) {
        var diagram = new DiagramBuilder(request.title(), Kind.TIMELINE);
        if (Arrows.isIn(request.body())) {
            Arrows.read(request.body(), diagram);
        }
        if (diagram.isEmpty()) {
            var events = request.body().isEmpty() ? phases(request) : items(request.body());
            events.forEach(event -> diagram.node(dated(event), Role.PROCESS));
        }
        return diagram.isEmpty() ? unreadable(request) : diagram.build();
    }

    /// Whether every item of the text, of which there are several, has a date.
    static boolean isDated(String text) {
        var items = items(text);
        return items.size() > 1
                && items.stream()
                        .allMatch(
                                item ->
                                        DATE_FIRST.matcher(item).matches()
                                                || DATE_LAST.matcher(item).matches());
    }

    /// Where most items start with a year, nothing else parts them: not "first", nor a comma.
    private static List<String> items(String text) {
        var byYear = List.of(YEARS.split(text.strip()));
        return byYear.size() > 2 && byYear.stream().allMatch(it -> it.strip().matches("\\d{4}.*"))
                ? byYear.stream().map(item -> Wording.tidy(item, Wording.MAX_LABEL)).toList()
                : Items.read(text);
    }

    private static List<String> phases(Request request) {
        var first = request.subject().isEmpty() ? "Idea" : "Idea: " + request.subject();
        return Stream.concat(Stream.of(first), PHASES.stream().skip(1)).toList();
    }

    private static Diagram unreadable(Request request) {
        var diagram = new DiagramBuilder(request.title(), Kind.TIMELINE);
        diagram.node(request.topic(), Role.PROCESS);
        return diagram.build();
    }

    /// "date: event" where there is a date, which the layout sets apart.
    private static String dated(String item) {
        for (var pattern : List.of(DATE_FIRST, DATE_LAST)) {
            var told = pattern.matcher(item);
            if (told.matches()) {
                return told.group("date") + ": " + told.group("event");
            }
        }
        return item;
    }
}
