package dev.atelier.adapters.http.security;

/// The seam between tokens and callers.
interface TokenVerifier {

    /// @throws Unauthenticated if the token proves nothing
    /// @throws KeysUnavailable if that cannot be told now
    Verified verify(String token);
}
