package dev.atelier.adapters.http.engineio;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Lets pages of the allowed origins read our answers (Fetch, 3.2). What other pages may not read
/// is answered to them all the same: it is their browser that keeps it from them.
final class Cors {

    private static final HeaderName REQUESTED_METHOD = HeaderNames.ACCESS_CONTROL_REQUEST_METHOD;
    private static final HeaderName REQUESTED_HEADERS = HeaderNames.ACCESS_CONTROL_REQUEST_HEADERS;
    private static final Header VARY = HeaderValues.createCached(HeaderNames.VARY, "Origin");
    private static final Header CREDENTIALS =
            HeaderValues.createCached(HeaderNames.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
    private static final List<Header> PREFLIGHT =
            List.of(
                    HeaderValues.createCached(
                            HeaderNames.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST"),
                    HeaderValues.createCached(HeaderNames.ACCESS_CONTROL_MAX_AGE, "600"));
    private static final Pattern NAMES = Pattern.compile("[A-Za-z0-9, -]{1,500}");

    private final AllowedOrigins allowed;

    Cors(AllowedOrigins allowed) {
        this.allowed = allowed;
    }

    void addTo(ServerResponse response, ServerRequest request) {
        response.header(VARY);
        originOf(request)
                .ifPresent(
                        origin -> {
                            response.header(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
                            if (allowed.credentials()) {
                                response.header(CREDENTIALS);
                            }
                        });
    }

    static boolean isPreflight(ServerRequest request) {
        return request.headers().contains(REQUESTED_METHOD);
    }

    /// @throws Refused if the page may not call us
    void answerPreflight(ServerRequest request, ServerResponse response) {
        if (originOf(request).isEmpty()) {
            throw new Refused(EngineError.FORBIDDEN);
        }
        PREFLIGHT.forEach(response::header);
        request.headers()
                .first(REQUESTED_HEADERS)
                .filter(names -> NAMES.matcher(names).matches())
                .ifPresent(
                        names -> response.header(HeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, names));
        response.status(Status.NO_CONTENT_204).send();
    }

    private Optional<String> originOf(ServerRequest request) {
        return request.headers().first(HeaderNames.ORIGIN).filter(allowed::allows);
    }
}
