package dev.atelier.adapters.http.web;

import dev.atelier.adapters.http.security.TokenIssuer;

import io.helidon.http.Header;
import io.helidon.http.HeaderValues;

import java.util.List;
import java.util.stream.Stream;

/// What a browser lets the page do: run and load what comes from here, and reach those who sign its
/// users in. Nothing inline runs, and nobody may frame it.
final class PagePolicy {

    private static final String GOOGLE_SCRIPTS = "https://apis.google.com";
    private static final String GOOGLE_SIGN_IN =
            "https://identitytoolkit.googleapis.com https://securetoken.googleapis.com";

    /// Google's script hides the frame that it makes by a style attribute.
    private static final String STYLED_BY_GOOGLE = "; style-src-attr 'unsafe-inline'";

    private static final List<Header> ALWAYS =
            List.of(
                    HeaderValues.createCached("Referrer-Policy", "strict-origin-when-cross-origin"),
                    HeaderValues.createCached(
                            "Permissions-Policy",
                            "camera=(), display-capture=(), geolocation=(), microphone=(),"
                                    + " payment=(), usb=()"),
                    // Not same-origin: sign-in with Google talks to the window that it opens.
                    HeaderValues.createCached(
                            "Cross-Origin-Opener-Policy", "same-origin-allow-popups"),
                    HeaderValues.createCached("X-Frame-Options", "DENY"));

    private PagePolicy() {}

    static List<Header> headers(TokenIssuer issuer) {
        var policy = HeaderValues.createCached("Content-Security-Policy", contentPolicy(issuer));
        return Stream.concat(Stream.of(policy), ALWAYS.stream()).toList();
    }

    private static String contentPolicy(TokenIssuer issuer) {
        return switch (issuer) {
            case TokenIssuer.Development _ -> contentPolicy("", "", "'none'", "");
            case TokenIssuer.Firebase(_, _, var page) ->
                    contentPolicy(
                            GOOGLE_SCRIPTS,
                            GOOGLE_SIGN_IN,
                            "https://" + page.authDomain(),
                            STYLED_BY_GOOGLE);
            case TokenIssuer.FirebaseEmulator(_, var host) ->
                    contentPolicy(
                            GOOGLE_SCRIPTS, "http://" + host, "http://" + host, STYLED_BY_GOOGLE);
        };
    }

    private static String contentPolicy(
            String scripts, String servers, String frames, String styles) {
        return ("default-src 'none'; script-src 'self' %s; style-src 'self'%s; img-src 'self' blob:"
                        + " data:; font-src 'self'; connect-src 'self' %s; frame-src %s; worker-src"
                        + " 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self';"
                        + " frame-ancestors 'none'")
                .formatted(scripts, styles, servers, frames)
                .replace(" ;", ";");
    }
}
