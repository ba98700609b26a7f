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
import java.util.regex.Pattern;
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
    requireNode();
    install(folder);
    if (task.equals("build")) {
        npm(folder, "run", "--silent", "build");
    } else {
        npm(folder, "run", "--silent", "check");
    }
    Files.createDirectories(done.getParent());
    Files.writeString(done, now);
}

static final int NODE_MAJOR = 20;
static final int NODE_MINOR = 19;
static final String NODE = "Node.js " + NODE_MAJOR + "." + NODE_MINOR + " or newer is needed for the web page";
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

void requireNode() throws InterruptedException {
    try {
        var node = new ProcessBuilder("node", "--version").redirectErrorStream(true).start();
        var version = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        var numbers = Pattern.compile("v(\\d+)\\.(\\d+)\\..*").matcher(version);
        if (node.waitFor() != 0 || !numbers.matches() || isOld(numbers.group(1), numbers.group(2))) {
            fail(NODE + "; on the path is " + version + ".");
        }
    } catch (IOException missing) {
        fail(NODE + ", and there is none on the path.");
    }
}

boolean isOld(String major, String minor) {
    var difference = Integer.parseInt(major) - NODE_MAJOR;
    return difference < 0 || difference == 0 && Integer.parseInt(minor) < NODE_MINOR;
}

/// Fetches the packages of the lock file, unless they are there already.
void install(Path folder) throws IOException, InterruptedException {
    var lock = folder.resolve("package-lock.json");
    var installed = folder.resolve("node_modules").resolve("installed-lock.json");
    if (!Files.exists(installed) || Files.mismatch(lock, installed) != -1) {
        npm(folder, "ci", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund");
        Files.copy(lock, installed);
    }
}

void npm(Path folder, String... arguments) throws IOException, InterruptedException {
    var windows = System.getProperty("os.name").startsWith("Windows");
    var command = new ArrayList<>(List.of(windows ? "npm.cmd" : "npm"));
    command.addAll(List.of(arguments));
    var npm = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    npm.getOutputStream().close();
    var said = new String(npm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (npm.waitFor() != 0) {
        System.err.println(said);
        fail("The web page could not be made: npm " + String.join(" ", arguments) + " failed, see above.");
    }
}

void fail(String line) {
    System.err.println(line);
    System.exit(1);
}
