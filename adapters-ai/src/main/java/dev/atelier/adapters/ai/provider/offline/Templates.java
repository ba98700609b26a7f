package dev.atelier.adapters.ai.provider.offline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Flows that everybody knows, for instructions that only name one. They are kept as arrows in a
/// text file, each under the words that call for it; the last fits any subject.
final class Templates {

    private static final String FILE = "/offline/templates.txt";

    private static final List<Template> ALL = load();

    private Templates() {}

    /// The first template whose words occur in the request, its subject filled in.
    static String arrowsFor(Request request) {
        var words = (request.title() + " " + request.body()).toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(template -> template.words().matcher(words).find())
                .findFirst()
                .orElseGet(() -> request.topic().equals(request.title()) ? plain() : ALL.getLast())
                .arrows()
                .replace("{subject}", request.topic().replaceAll("[-=]+>|[;|→⇒]", " "));
    }

    private static Template plain() {
        return ALL.get(ALL.size() - 2);
    }

    private static List<Template> load() {
        try (var file = Templates.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split("(?m)^# ")).skip(1).map(Template::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Template(Pattern words, String arrows) {

        static Template parse(String section) {
            var lines = section.lines().toList();
            return new Template(
                    Request.pattern("\\b(?:" + lines.getFirst().strip() + ")\\b"),
                    String.join("\n", lines.subList(1, lines.size())));
        }
    }
}
