package dev.atelier.adapters.http.socketio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The scripts under `src/test/npm` with their packages, run from a copy under `target`.
final class NodeProject {

    private static final Path SOURCE = Path.of("src", "test", "npm");
    private static final Path HOME = Path.of("target", "npm");
    private static final Path LOCK = Path.of("package-lock.json");
    private static final Path INSTALLED = HOME.resolve("installed-lock.json");
    private static final Duration INSTALLATION = Duration.ofMinutes(5);
    private static final Duration RUN = Duration.ofMinutes(3);

    private NodeProject() {}

    /// Fetches the packages, unless those of the same lock file are there already.
    static NodeProject install() throws IOException, InterruptedException {
        Files.createDirectories(HOME);
        try (var files = Files.list(SOURCE)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(
                        file,
                        HOME.resolve(file.getFileName()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (!Files.exists(INSTALLED) || Files.mismatch(INSTALLED, SOURCE.resolve(LOCK)) != -1) {
            call(
                    INSTALLATION,
                    List.of(
                            "npm",
                            "ci",
                            "--prefer-offline",
                            "--ignore-scripts",
                            "--no-audit",
                            "--no-fund"));
            Files.copy(SOURCE.resolve(LOCK), INSTALLED, StandardCopyOption.REPLACE_EXISTING);
        }
        return new NodeProject();
    }

    void run(String script, List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("node", script));
        command.addAll(arguments);
        call(RUN, command);
    }

    private static void call(Duration patience, List<String> command)
            throws IOException, InterruptedException {
        var output = HOME.resolve("output.txt");
        var process = start(command, output);
        try {
            if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError(command + " takes too long:\n" + Files.readString(output));
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new AssertionError(command + " failed:\n" + Files.readString(output));
        }
    }

    private static Process start(List<String> command, Path output) {
        try {
            return new ProcessBuilder(command)
                    .directory(HOME.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException missing) {
            throw new AssertionError("Node.js 20 or newer is needed for this test", missing);
        }
    }
}
