package dev.atelier.adapters.http.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;

/// The secret of the development issuer: 32 random bytes in a file that only its owner may read, so
/// that tokens outlive a restart.
final class DevelopmentKey {

    private static final int SIZE = 32;

    private DevelopmentKey() {}

    /// @throws IllegalStateException if the file holds something else
    static byte[] in(Path file) {
        try {
            createIfAbsent(file);
            var bytes = Files.readAllBytes(file);
            if (bytes.length != SIZE) {
                throw new IllegalStateException(
                        file + " is not a development key: delete it, and a new one is made");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void createIfAbsent(Path file) throws IOException {
        var bytes = new byte[SIZE];
        new SecureRandom().nextBytes(bytes);
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        if (file.getParent() != null) {
            Files.createDirectories(file.getParent());
        }
        try (var channel = Files.newByteChannel(file, options, ownerOnly(file))) {
            channel.write(ByteBuffer.wrap(bytes));
        } catch (FileAlreadyExistsException _) {
            // Made by an earlier start.
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        var posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
