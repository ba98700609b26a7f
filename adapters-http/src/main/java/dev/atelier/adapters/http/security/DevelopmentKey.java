package dev.atelier.adapters.http.security;

import java.nio.file.Path;
import java.security.SecureRandom;

/// The secret of the development issuer: 32 random bytes in a file that only its owner may read, so
/// that tokens outlive a restart.
final class DevelopmentKey {

    private static final int SIZE = 32;

    private DevelopmentKey() {}

    /// @throws IllegalStateException if the file holds something else
    static byte[] in(Path file) {
        var made = new byte[SIZE];
        new SecureRandom().nextBytes(made);
        var bytes = OwnersFile.read(file, made);
        if (bytes.length != SIZE) {
            throw new IllegalStateException(
                    file + " is not a development key: delete it, and a new one is made");
        }
        return bytes;
    }
}
