package dev.atelier.bootstrap.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/// One process of the product, started from its jar as an operator would.
public final class Node implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("(http://127\\.0\\.0\\.1:\\d+)");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /// Most nodes live for seconds: what compiles code for long runs takes more than it gives.
    private static final List<String> SHORT_LIVED =
            List.of("-Xmx384m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Process process;
    private final List<String> output = new CopyOnWriteArrayList<>();
    private final CompletableFuture<URI> address = new CompletableFuture<>();

    private Node(Process process) {
        this.process = process;
        Thread.ofPlatform().daemon().name("output-of-" + process.pid()).start(this::read);
    }

    /// Starts a node; only the given variables are set, beside a free port.
    public static Node start(Map<String, String> variables) {
        return start(variables, SHORT_LIVED, List.of());
    }

    /// A node that works hard and long.
    ///
    /// @param heap as `-Xmx` takes it
    static Node start(Map<String, String> variables, String heap) {
        return start(variables, List.of("-Xmx" + heap), List.of());
    }

    /// Does what the command says.
    static Node run(Map<String, String> variables, String... arguments) {
        return start(variables, SHORT_LIVED, List.of(arguments));
    }

    private static Node start(
            Map<String, String> variables, List<String> options, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-jar", System.getProperty("atelier.jar", "target/atelier.jar")));
        command.addAll(arguments);
        return start(command, Path.of("."), variables);
    }

    /// @param command starts the product in `directory`
    static Node start(List<String> command, Path directory, Map<String, String> variables) {
        var builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.redirectErrorStream(true);
        builder.environment()
                .keySet()
                .removeIf(name -> !name.equals("PATH") && !name.equals("HOME"));
        builder.environment().put("PORT", "0");
        builder.environment().putAll(variables);
        try {
            return new Node(builder.start());
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
    }

    /// Waits until it says where it listens.
    public Client client() {
        try {
            return new Client(address.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException silent) {
            throw new AssertionError("the node did not come up:\n" + output(), silent);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    public long pid() {
        return process.pid();
    }

    public String output() {
        return String.join("\n", output);
    }

    /// As a machine that loses its power.
    void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    /// As an orchestrator that wants it to stop.
    void terminate() {
        signal("TERM");
    }

    /// @return the exit code
    int awaitExit() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the node does not stop:\n" + output());
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            thaw();
            process.destroy();
            try {
                if (!process.waitFor(15, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
        } catch (IOException unsent) {
            throw new UncheckedIOException(unsent);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                var match = ADDRESS.matcher(line);
                if (match.find()) {
                    address.complete(URI.create(match.group(1)));
                }
            }
        } catch (IOException closed) {
            output.add("(output closed)");
        }
        address.completeExceptionally(new IllegalStateException("the process ended"));
    }
}
