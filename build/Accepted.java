import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The licences that we accept: SPDX identifiers, names that stand for them, and what was looked up by hand for works
/// whose authors do not say it in a way that a machine can read.
record Accepted(Map<String, String> names) {

    /// Lines of `identifier`, `name = identifier` or `coordinates = identifier`; `#` begins a comment.
    static Accepted read(Path file) throws IOException {
        var names = new LinkedHashMap<String, String>();
        for (var line : Files.readAllLines(file)) {
            var entry = line.replaceFirst("#.*", "").strip();
            if (!entry.isEmpty()) {
                var sides = entry.split(" = ", 2);
                names.put(sides[0].strip(), sides[sides.length - 1].strip());
            }
        }
        return new Accepted(names);
    }

    /// Under which licence we take it, or nothing.
    Optional<String> choice(ThirdParty party) {
        var versionless = party.coordinates().substring(0, party.coordinates().lastIndexOf(':'));
        var byHand = Optional.ofNullable(names.get(versionless));
        return byHand.or(() -> party.licences().stream().flatMap(said -> choice(said).stream()).findFirst());
    }

    /// One side of an OR will do; of an AND all must be accepted.
    private Optional<String> choice(String said) {
        if (names.containsKey(said)) {
            return Optional.of(names.get(said));
        }
        var plain = said.replaceAll("[()]", "").strip();
        return Arrays.stream(plain.split("(?i) OR "))
                .filter(side -> Arrays.stream(side.split("(?i) AND ")).allMatch(part -> names.containsKey(part.strip())))
                .findFirst();
    }
}
