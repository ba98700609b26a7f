package dev.atelier.adapters.http.security;

import java.net.URI;
import java.nio.file.Path;

/// Whose tokens are believed.
public sealed interface TokenIssuer {

    /// Firebase: ID tokens of this project, signed with keys from this JWK set.
    record Firebase(String projectId, URI jwks) implements TokenIssuer {}

    /// The Firebase Auth emulator, whose tokens nobody signs: for development only.
    record FirebaseEmulator(String projectId) implements TokenIssuer {}

    /// Ourselves, for whoever asks on this machine, with a secret kept in `keyFile`: for
    /// development only.
    record Development(Path keyFile) implements TokenIssuer {}
}
