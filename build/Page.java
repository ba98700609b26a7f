import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The npm packages that the web page and its library are made of: those that the sources import and those that package.json
/// hands on to users of the library, each with all that it depends on. Tools and tests are not shipped.
record Page(Path folder) {

    private static final Pattern IMPORT =
            Pattern.compile("(?:\\bfrom|\\bimport)\\s*\\(?\\s*['\"]((?:@[a-z0-9][^'\"/]*/)?[a-zA-Z][^'\"/:]*)[^'\"]*['\"]");
    private static final Pattern TEST = Pattern.compile(".*(\\.test\\.tsx?|/testing/.*)");

    List<ThirdParty> parts() throws IOException {
        var lock = new ObjectMapper().readTree(folder.resolve("package-lock.json").toFile()).path("packages");
        var roots = new TreeSet<>(imported());
        lock.path("").path("dependencies").fieldNames().forEachRemaining(roots::add);

        var found = new TreeMap<String, JsonNode>();
        var open = new ArrayDeque<String>();
        roots.forEach(name -> open.add("node_modules/" + name));
        while (!open.isEmpty()) {
            var path = open.pop();
            if (lock.has(path) && found.putIfAbsent(path, lock.path(path)) == null) {
                for (var kind : List.of("dependencies", "peerDependencies")) {
                    Iterator<String> names = lock.path(path).path(kind).fieldNames();
                    names.forEachRemaining(name -> open.add(nearest(lock, path, name)));
                }
            }
        }
        var parts = new ArrayList<ThirdParty>();
        for (var each : found.entrySet()) {
            parts.add(part(each.getKey(), each.getValue()));
        }
        return parts;
    }

    private TreeSet<String> imported() throws IOException {
        var names = new TreeSet<String>();
        try (var files = Files.walk(folder.resolve("src"))) {
            for (var file : files.filter(file -> file.toString().matches(".*\\.(ts|tsx|css)")).toList()) {
                if (!TEST.matcher(file.toString().replace('\\', '/')).matches()) {
                    IMPORT.matcher(Files.readString(file)).results().forEach(match -> names.add(match.group(1)));
                }
            }
        }
        return names;
    }

    /// As Node.js looks for it: beside whoever needs it, then further and further up.
    private static String nearest(JsonNode lock, String from, String name) {
        for (var place = from; ; place = place.substring(0, Math.max(0, place.lastIndexOf("/node_modules/")))) {
            var candidate = (place.isEmpty() ? "" : place + "/") + "node_modules/" + name;
            if (place.isEmpty() || lock.has(candidate)) {
                return candidate;
            }
        }
    }

    private ThirdParty part(String path, JsonNode entry) throws IOException {
        var name = path.substring(path.lastIndexOf("node_modules/") + "node_modules/".length());
        var own = new ObjectMapper().readTree(folder.resolve(path).resolve("package.json").toFile());
        var licence = entry.path("license").asText(own.path("license").asText("none"));
        return ThirdParty.ofNpm(name, entry.path("version").asText(), List.of(licence), notice(folder.resolve(path)));
    }

    private static String notice(Path installed) throws IOException {
        try (var files = Files.list(installed)) {
            var notices = files.filter(file -> file.getFileName().toString().matches("(?i)(licen[cs]e|notice).*")).sorted();
            var text = new StringBuilder();
            for (var file : notices.filter(Files::isRegularFile).toList()) {
                text.append(Files.readString(file)).append("\n");
            }
            return text.toString();
        }
    }
}
