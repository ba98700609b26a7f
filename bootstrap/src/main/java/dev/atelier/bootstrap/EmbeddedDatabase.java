package dev.atelier.bootstrap;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A PostgreSQL that needs no installation, for a first run and for development. Its data stay
/// under one directory, which one process at a time may use.
final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// The container image leaves it out.
    private static final String LIBRARY =
            "/io/zonky/test/db/postgres/embedded/EmbeddedPostgres.class";

    private final EmbeddedPostgres server;
    private final FileChannel lock;

    private EmbeddedDatabase(EmbeddedPostgres server, FileChannel lock) {
        this.server = server;
        this.lock = lock;
    }

    /// @throws WrongSetting if another process uses the directory, or this installation has no
    ///   PostgreSQL
    static EmbeddedDatabase start(Path directory) {
        if (EmbeddedDatabase.class.getResource(LIBRARY) == null) {
            throw new WrongSetting(
                    "DATABASE_URL must be set: this installation brings no PostgreSQL of its own");
        }
        try {
            var home = Files.createDirectories(directory.toAbsolutePath().normalize());
            var lock = lock(home);
            var cluster = home.resolve("postgres");
            stopOrphan(cluster.resolve("postmaster.pid"));
            return new EmbeddedDatabase(server(cluster), lock);
        } catch (IOException | IllegalStateException unusable) {
            LOG.debug("the embedded PostgreSQL does not start", unusable);
            throw new WrongSetting(
                    "the embedded PostgreSQL cannot start under DATA_DIR="
                            + directory
                            + ": make the directory writable,"
                            + " or set DATABASE_URL to a database of your own");
        }
    }

    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void close() {
        try (lock) {
            server.close();
        } catch (IOException unclean) {
            LOG.warn("the embedded PostgreSQL did not stop cleanly", unclean);
        }
    }

    /// The library trades durability for speed, as befits a test; here an acknowledged job must
    /// survive a power cut.
    private static EmbeddedPostgres server(Path cluster) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setPGStartupWait(PATIENCE)
                .start();
    }

    private static FileChannel lock(Path home) throws IOException {
        var file = home.resolve("in-use.lock");
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new WrongSetting(
                    "another Atelier uses "
                            + home
                            + ": set DATA_DIR to another directory, or "
                            + "DATABASE_URL to a database that both may share");
        }
        return channel;
    }

    /// A server outlives a process that was killed. We hold the lock, so it is nobody's: it is
    /// stopped, which loses nothing, and started anew.
    private static void stopOrphan(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return;
        }
        var pid =
                Files.readAllLines(pidFile).stream()
                        .findFirst()
                        .map(String::strip)
                        .filter(line -> line.matches("\\d+"));
        var orphan =
                pid.flatMap(number -> ProcessHandle.of(Long.parseLong(number)))
                        .filter(EmbeddedDatabase::isPostgres);
        if (orphan.isPresent()) {
            LOG.info("stopping the PostgreSQL that an earlier run left behind");
            orphan.get().destroy();
            awaitEnd(orphan.get());
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(command -> command.contains("postgres")).orElse(false);
    }

    private static void awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException stuck) {
            throw new WrongSetting(
                    "the PostgreSQL of an earlier run (process "
                            + process.pid()
                            + ") does not stop");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
