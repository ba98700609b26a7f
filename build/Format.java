import com.google.googlejavaformat.java.Main;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Runs google-java-format (AOSP style) over every Java file of the house. The build calls it with `check`, which
/// fails on a file that is not formatted; `./mvnw -Pformat -N validate` calls it with `apply`, which mends them.
void main(String[] args) throws IOException {
    var root = Path.of(args[1]);
    var sources = new ArrayList<String>();
    try (Stream<Path> modules = Files.list(root)) {
        for (var module : modules.filter(dir -> Files.isRegularFile(dir.resolve("pom.xml"))).toList()) {
            for (var side : List.of("src/main/java", "src/test/java")) {
                sources.addAll(javaFilesUnder(module.resolve(side)));
            }
        }
    }
    var options = args[0].equals("apply") ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed");
    var command = new ArrayList<>(List.of("--aosp"));
    command.addAll(options);
    command.addAll(sources);

    String[] arguments = command.toArray(String[]::new);
    var code = sources.isEmpty() ? 0 : format(arguments);
    if (code != 0) {
        System.err.println("The files above are not formatted: ./mvnw -Pformat -N validate mends them.");
    }
    System.exit(code);
}

int format(String[] arguments) {
    var out = new PrintWriter(System.out, true);
    var err = new PrintWriter(System.err, true);
    try {
        return new Main(out, err, System.in).format(arguments);
    } catch (Exception badCall) {
        throw new IllegalArgumentException(badCall);
    }
}

List<String> javaFilesUnder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
        return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
        return files.filter(file -> file.toString().endsWith(".java")).map(Path::toString).toList();
    }
}
