import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Builds or checks the web page with npm, and only if something has changed since it last did. The Maven build calls
/// it with `build` or `check` and the folder of the page. npm is heard only when it fails.
void main(String[] args) throws Exception {
    var folder = Path.of(args[1]);
    var task = args[0];
    var now = fingerprint(folder);
    var done = folder.resolve("target").resolve(task + ".done");
    if (Files.exists(done) && Files.readString(done).equals(now)) {
        return;
    }
    var npm = new Npm(folder);
    npm.install();
    npm.run("run", "--silent", task);
    Files.createDirectories(done.getParent());
    Files.writeString(done, now);
}

static final Set<String> MADE = Set.of("node_modules", "target", "lib");

/// Of everything that the page is made from.
String fingerprint(Path folder) throws IOException, NoSuchAlgorithmException {
    var digest = MessageDigest.getInstance("SHA-256");
    var contract = folder.resolve("../adapters-http/src/main/resources/openapi.yaml");
    for (var file : Stream.concat(Stream.of(contract), sources(folder).stream()).toList()) {
        digest.update(folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
    }
    return HexFormat.of().formatHex(digest.digest());
}

List<Path> sources(Path folder) throws IOException {
    var found = new ArrayList<Path>();
    try (var entries = Files.list(folder)) {
        for (var entry : entries.filter(entry -> !MADE.contains(entry.getFileName().toString())).toList()) {
            try (var files = Files.walk(entry)) {
                files.filter(Files::isRegularFile).filter(file -> !file.endsWith("schema.ts")).forEach(found::add);
            }
        }
    }
    found.sort(null);
    return found;
}
