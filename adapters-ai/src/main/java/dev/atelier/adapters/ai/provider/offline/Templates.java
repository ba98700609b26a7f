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

    private static final Pattern ENGLISH =
            Request.pattern(
                    "\\b(?:an?|the|of|for|to|and|how|with|simple|flow|chart|flowchart|process|diagram)\\b");
    private static final Pattern FOREIGN =
            Pattern.compile("[^\\x00-\\x7F&&\\p{L}]|\\S+\\s+\\S+\\s+\\S");

    private static final List<Template> ALL = load();

    private Templates() {}

    /// The first template whose words occur in the request, its subject filled in.
    static String arrowsFor(Request request) {
        var words = (request.title() + " " + request.body()).toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(template -> template.words().matcher(words).find())
                .findFirst()
                .orElseGet(() -> ALL.get(ALL.size() - fallback(request)))
                .arrows()
                .replace("{subject}", request.topic().replaceAll("[-=]+>|[,;，、|→⇒]", " "));
    }

    /// Which template from the end fits a request that calls for none.
    private static int fallback(Request request) {
        if (!ENGLISH.matcher(request.title()).find() && FOREIGN.matcher(request.title()).find()) {
            return 1;
        }
        return request.subject().isEmpty() ? 3 : 2;
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
                    Request.pattern(lines.getFirst().strip()),
                    String.join("\n", lines.subList(1, lines.size())));
        }
    }
}
