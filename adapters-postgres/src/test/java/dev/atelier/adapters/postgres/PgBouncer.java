package dev.atelier.adapters.postgres;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The real PgBouncer in transaction mode, before the server of all tests: few connections that
/// many clients share.
final class PgBouncer implements AutoCloseable {

    private final Process process;
    private final int port;

    private PgBouncer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// Where it is installed, if it is.
    static Optional<Path> installed() {
        var path = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/usr/local/sbin";
        return Stream.of(path.split(":"))
                .map(folder -> Path.of(folder, "pgbouncer"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// @param connections to the server, for all clients of a database together
    static PgBouncer start(int connections, Path home) throws IOException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        // It does not run as root, and has to read this as somebody else.
        for (var folder = home; folder != null; folder = folder.getParent()) {
            letRead(folder);
        }
        var file = home.resolve("pgbouncer.ini");
        Files.writeString(file, configuration(port, connections));
        var command = new ArrayList<String>();
        command.add(installed().orElseThrow().toString());
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("-u", "nobody"));
        }
        command.add(file.toString());
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(home.resolve("pgbouncer.log").toFile())
                        .start();
        var started = new PgBouncer(process, port);
        await().atMost(Duration.ofSeconds(10)).until(() -> answers(port));
        return started;
    }

    private static void letRead(Path folder) throws IOException {
        if (Files.isWritable(folder)
                && folder.startsWith(System.getProperty("java.io.tmpdir"))
                && !folder.equals(Path.of(System.getProperty("java.io.tmpdir")))) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static String configuration(int port, int connections) {
        return """
        [databases]
        * = host=127.0.0.1 port=%d user=postgres
        [pgbouncer]
        listen_addr = 127.0.0.1
        listen_port = %d
        unix_socket_dir =
        auth_type = any
        pool_mode = transaction
        default_pool_size = %d
        max_client_conn = 200
        ignore_startup_parameters = extra_float_digits
        """
                .formatted(TestServer.port(), port, connections);
    }

    private static boolean answers(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /// The same database, by way of this.
    String before(String url) {
        return url.replaceFirst("localhost:\\d+", "127.0.0.1:" + port);
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
