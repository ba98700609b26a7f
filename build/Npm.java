import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// npm in a folder of the project. What goes wrong ends the process with one line.
record Npm(Path folder) {

    private static final int NODE_MAJOR = 20;
    private static final int NODE_MINOR = 19;

    /// Fetches the packages of the lock file, unless they are there already.
    void install() throws IOException, InterruptedException {
        requireNode();
        var lock = folder.resolve("package-lock.json");
        var installed = folder.resolve("node_modules").resolve("installed-lock.json");
        if (!Files.exists(installed) || Files.mismatch(lock, installed) != -1) {
            run("ci", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund");
            Files.copy(lock, installed);
        }
    }

    /// Is heard only when it fails.
    void run(String... arguments) throws IOException, InterruptedException {
        var npm = process(arguments).redirectErrorStream(true).start();
        npm.getOutputStream().close();
        var said = new String(npm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (npm.waitFor() != 0) {
            System.err.println(said);
            fail(failed(arguments) + ", see above.");
        }
    }

    /// Is heard while it runs.
    void show(Map<String, String> variables, String... arguments) throws IOException, InterruptedException {
        var npm = process(arguments).inheritIO();
        npm.environment().putAll(variables);
        if (npm.start().waitFor() != 0) {
            fail(failed(arguments) + ", see above.");
        }
    }

    static void fail(String line) {
        System.err.println(line);
        System.exit(1);
    }

    private ProcessBuilder process(String... arguments) {
        var windows = System.getProperty("os.name").startsWith("Windows");
        var command = new ArrayList<>(List.of(windows ? "npm.cmd" : "npm"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).directory(folder.toFile());
    }

    private String failed(String... arguments) {
        return "npm " + String.join(" ", arguments) + " failed in " + folder.getFileName();
    }

    private void requireNode() throws InterruptedException {
        var wanted =
                "Node.js %d.%d or newer is needed for %s"
                        .formatted(NODE_MAJOR, NODE_MINOR, folder.getFileName());
        try {
            var node = new ProcessBuilder("node", "--version").redirectErrorStream(true).start();
            var version = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            var numbers = Pattern.compile("v(\\d+)\\.(\\d+)\\..*").matcher(version);
            if (node.waitFor() != 0 || !numbers.matches() || isOld(numbers.group(1), numbers.group(2))) {
                fail(wanted + "; on the path is " + version + ".");
            }
        } catch (IOException missing) {
            fail(wanted + ", and there is none on the path.");
        }
    }

    private static boolean isOld(String major, String minor) {
        var difference = Integer.parseInt(major) - NODE_MAJOR;
        return difference < 0 || difference == 0 && Integer.parseInt(minor) < NODE_MINOR;
    }
}
