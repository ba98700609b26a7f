package dev.atelier.bootstrap.selftest;

import dev.atelier.domain.job.WorkerId;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// One worker, as a process of its own that dies with this one. It says under which id it works.
final class WorkerProcess implements AutoCloseable {

    private final Process process;
    private volatile @Nullable WorkerId worker;

    private WorkerProcess(Process process) {
        this.process = process;
        Thread.ofVirtual().name("output-of-" + process.pid()).start(this::listen);
    }

    /// @param arguments of this very program
    static WorkerProcess start(List<String> arguments, Map<String, String> variables) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add("dev.atelier.bootstrap.Main");
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectError(Redirect.DISCARD);
        builder.environment().putAll(variables);
        try {
            return new WorkerProcess(builder.start());
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
    }

    /// Under which id it works now; none before its first lease.
    Optional<WorkerId> worker() {
        return Optional.ofNullable(worker);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    @Override
    public void close() {
        kill();
    }

    /// Java sends no signals but those that end a process.
    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException unsent) {
            throw new UncheckedIOException(unsent);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(Task.WORKS_AS)) {
                    worker = new WorkerId(UUID.fromString(line.substring(Task.WORKS_AS.length())));
                }
            }
        } catch (IOException closed) {
            worker = null;
        }
    }
}
