package dev.atelier.adapters.http.engineio;

import java.util.List;

/// Which web pages may read what polling brings.
///
/// @param origins `*` for all, empty for none but those of our own origin
/// @param credentials whether they may send cookies along
public record AllowedOrigins(List<String> origins, boolean credentials) {

    public static final AllowedOrigins NONE = new AllowedOrigins(List.of(), false);
    public static final AllowedOrigins ANY = new AllowedOrigins(List.of("*"), false);

    /// @throws IllegalArgumentException if every page of the world could use its visitors' cookies
    public AllowedOrigins {
        origins = List.copyOf(origins);
        if (credentials && origins.contains("*")) {
            throw new IllegalArgumentException("credentials need origins that are named");
        }
    }

    boolean allows(String origin) {
        return origins.contains("*") || origins.contains(origin);
    }
}
