package dev.atelier.adapters.ai.provider.offline;

import dev.atelier.domain.diagram.Wording;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A heading and what stands under it.
record Section(String heading, List<String> items) {

    private static final Pattern HEADING =
            Pattern.compile(
                    "(?:^|(?<=[,;.、，；。\\n"
                            + "]))\\s*(?<heading>[^,;:.、，；：。\\r"
                            + "\\n"
                            + "]{1,60})(?::(?:\\s+|$)|：\\s*)");
    private static final Pattern BRACKETED =
            Pattern.compile(
                    "(?:^|[,;、，；]|\\.\\s)\\s*(?<heading>[^,;:.、，；：。()（）\\r\\n]{1,60})"
                            + "[(（](?<items>[^()（）]*[,;、，；][^()（）]*)[)）]");
    private static final Pattern BULLET = Pattern.compile("[\\s*•–▪◦+-]*");

    Section {
        items = List.copyOf(items);
    }

    /// Reads "Backlog: a, b; Doing: c", lines indented under other lines, and "Backlog (a, b),
    /// Doing (c, d)".
    ///
    /// @return nothing if the text has no headings
    static List<Section> read(String text) {
        return Stream.<Function<String, List<Section>>>of(
                        Section::indented, Section::bracketed, Section::inline)
                .map(way -> way.apply(text))
                .filter(sections -> !sections.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<Section> bracketed(String text) {
        var found = BRACKETED.matcher(text).results().toList();
        var sections = new ArrayList<Section>();
        if (found.size() > 1) {
            found.forEach(it -> add(sections, it.group("heading"), Items.list(it.group("items"))));
        }
        return sections;
    }

    private static List<Section> inline(String text) {
        var sections = new ArrayList<Section>();
        var headings = HEADING.matcher(text).results().toList();
        for (int i = 0; i < headings.size(); i++) {
            var end = i + 1 < headings.size() ? headings.get(i + 1).start() : text.length();
            var content = text.substring(headings.get(i).end(), end);
            add(sections, headings.get(i).group("heading"), contents(content));
        }
        return sections;
    }

    private static List<String> contents(String content) {
        var items = Items.read(content);
        return items.size() == 1 ? Items.list(content) : items;
    }

    private static List<Section> indented(String text) {
        var lines = text.lines().filter(line -> !line.isBlank()).toList();
        if (lines.size() < 2
                || lines.stream().noneMatch(line -> indent(line) > indent(lines.getFirst()))) {
            return List.of();
        }
        var sections = new ArrayList<Section>();
        var heading = lines.getFirst();
        var items = new ArrayList<String>();
        for (var line : lines.subList(1, lines.size())) {
            if (indent(line) > indent(lines.getFirst())) {
                items.add(line);
            } else {
                add(sections, heading, Items.read(String.join("\n", items)));
                heading = line;
                items.clear();
            }
        }
        add(sections, heading, Items.read(String.join("\n", items)));
        return sections;
    }

    private static void add(List<Section> sections, String heading, List<String> items) {
        var plain = BULLET.matcher(heading).replaceFirst("").replaceAll("[:：\\s]+$", "");
        var tidy = Wording.capitalised(Wording.tidy(plain, Wording.MAX_LABEL));
        if (!tidy.isEmpty()) {
            sections.add(new Section(tidy, items));
        }
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
