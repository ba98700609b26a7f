package dev.atelier.bootstrap;

import dev.atelier.adapters.http.security.TokenIssuer;

import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// Reads whose tokens are believed.
final class TokenIssuers {

    /// Where Google publishes the keys of Firebase ID tokens.
    private static final URI GOOGLE_KEYS =
            URI.create(
                    "https://www.googleapis.com/service_accounts/v1/jwk/securetoken@system.gserviceaccount.com");

    private static final Pattern HOST =
            Pattern.compile("([A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:]{2,45}])(:[0-9]{1,5})?");

    private TokenIssuers() {}

    /// @throws WrongSetting if production would believe tokens that prove nothing
    static TokenIssuer read(Environment env, boolean production, Path dataDirectory) {
        var project = env.text("FIREBASE_PROJECT_ID");
        var emulator = env.parsed("FIREBASE_AUTH_EMULATOR_HOST", TokenIssuers::host);
        if (production && emulator.isPresent()) {
            throw new WrongSetting(
                    "FIREBASE_AUTH_EMULATOR_HOST must not be set with APP_ENV=production: "
                            + "the emulator does not sign its tokens");
        }
        if (production && project.isEmpty()) {
            throw new WrongSetting(
                    "FIREBASE_PROJECT_ID must be set with APP_ENV=production: "
                            + "without it anybody could sign in");
        }
        if (emulator.isPresent()) {
            return new TokenIssuer.FirebaseEmulator(project.orElse("demo-atelier"), emulator.get());
        }
        if (project.isPresent()) {
            return new TokenIssuer.Firebase(project.get(), keys(env), page(env, project.get()));
        }
        return new TokenIssuer.Development(dataDirectory.resolve("development-token.key"));
    }

    /// Tokens that anybody can make are believed on this machine only.
    static boolean proveSomething(TokenIssuer issuer) {
        return switch (issuer) {
            case TokenIssuer.Firebase _ -> true;
            case TokenIssuer.FirebaseEmulator _, TokenIssuer.Development _ -> false;
        };
    }

    private static URI keys(Environment env) {
        return env.parsed("FIREBASE_JWKS_URL", TokenIssuers::webAddress).orElse(GOOGLE_KEYS);
    }

    private static TokenIssuer.Page page(Environment env, String project) {
        return new TokenIssuer.Page(
                env.text("FIREBASE_API_KEY").orElse(null),
                env.parsed("FIREBASE_AUTH_DOMAIN", TokenIssuers::host)
                        .orElse(project + ".firebaseapp.com"));
    }

    /// It becomes part of a policy that browsers keep, so nothing but a host will do.
    private static String host(String text) {
        if (!HOST.matcher(text).matches()) {
            throw new IllegalArgumentException("must be a host, such as localhost:9099");
        }
        return text;
    }

    private static URI webAddress(String text) {
        var uri = URI.create(text);
        if (!"https".equals(uri.getScheme()) && !"http".equals(uri.getScheme())) {
            throw new IllegalArgumentException("must be an http or https address");
        }
        return uri;
    }
}
