package dev.atelier.adapters.http.security;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.file.Path;

/// Whose tokens are believed.
public sealed interface TokenIssuer {

    /// Firebase: ID tokens of this project, signed with keys from this JWK set.
    record Firebase(String projectId, URI jwks, Page page) implements TokenIssuer {}

    /// What a web page starts the Firebase SDK with; nothing of it is secret.
    ///
    /// @param apiKey null where a web page cannot sign anybody in
    /// @param authDomain the host that Google's sign-in returns to
    record Page(@Nullable String apiKey, String authDomain) {}

    /// The Firebase Auth emulator, whose tokens nobody signs: for development only.
    ///
    /// @param host with its port, as a browser reaches it
    record FirebaseEmulator(String projectId, String host) implements TokenIssuer {}

    /// Ourselves, for whoever asks on this machine, with a secret kept in `keyFile`: for
    /// development only.
    record Development(Path keyFile) implements TokenIssuer {}
}
