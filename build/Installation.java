import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A folder with what the container image holds, started as the image starts it.
record Installation(Path folder) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// Begins to start; who needs it must wait for [Running#awaitHealthy].
    Running start(String databaseUrl, Path log, String... options) throws IOException {
        var home = folder.toAbsolutePath().toRealPath();
        var command = new ArrayList<>(List.of(home.resolve("runtime/bin/java").toString(), "@jvm.options"));
        command.addAll(List.of(options));
        command.addAll(List.of("-jar", "atelier.jar"));
        var port = freePort();
        var builder = new ProcessBuilder(command).directory(home.toFile());
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        var variables = builder.environment();
        variables.keySet().removeIf(name -> !name.equals("PATH"));
        variables.put("MALLOC_ARENA_MAX", "2");
        variables.put("PORT", Integer.toString(port));
        variables.put("DATABASE_URL", databaseUrl);
        variables.put("DATA_DIR", log.toAbsolutePath().resolveSibling("data").toString());
        variables.put("AI_PROVIDER", "offline");
        return new Running(builder.start(), URI.create("http://127.0.0.1:" + port), log);
    }

    private static int freePort() throws IOException {
        try (var any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    record Running(Process process, URI address, Path log) {

        /// Asks again and again, as an orchestrator does, only more often.
        void awaitHealthy() throws Exception {
            var deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!isHealthy()) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw new IllegalStateException("it does not become healthy:\n" + Files.readString(log));
                }
                Thread.sleep(2);
            }
        }

        /// By a bare socket: an HTTP client would compete for the machine with what it measures.
        private boolean isHealthy() {
            try (var socket = new Socket(address.getHost(), address.getPort())) {
                socket.setSoTimeout((int) PATIENCE.toMillis());
                var request = "GET /api/ai-agent/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
                socket.getOutputStream().write(request.getBytes());
                return new String(socket.getInputStream().readNBytes(15)).contains(" 200");
            } catch (IOException notYet) {
                return false;
            }
        }

        /// As an orchestrator does it.
        void stop() throws Exception {
            process.destroy();
            if (process.waitFor() != 128 + 15) {
                throw new IllegalStateException("it did not stop in order:\n" + Files.readString(log));
            }
        }
    }
}
