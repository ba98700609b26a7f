package dev.atelier.adapters.http.security;

import dev.atelier.adapters.http.exchange.Answer;
import dev.atelier.adapters.http.exchange.Exchange;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;

import java.util.List;

/// Which web pages may read our answers: those of the given origins, `*` for all, and by default
/// none. Credentials are never allowed: who asks is told by a bearer token, not by a cookie.
public final class Cors implements Filter {

    private static final Header VARY = HeaderValues.createCached(HeaderNames.VARY, "Origin");
    private static final List<Header> PREFLIGHT =
            List.of(
                    HeaderValues.createCached(
                            HeaderNames.ACCESS_CONTROL_ALLOW_METHODS,
                            "GET, HEAD, POST, PATCH, DELETE"),
                    HeaderValues.createCached(
                            HeaderNames.ACCESS_CONTROL_ALLOW_HEADERS,
                            "Authorization, Content-Type, Idempotency-Key, If-None-Match,"
                                    + " Last-Event-ID, Prefer, X-Request-ID, traceparent"),
                    HeaderValues.createCached(HeaderNames.ACCESS_CONTROL_MAX_AGE, "600"));
    private static final Header EXPOSED =
            HeaderValues.createCached(
                    HeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS,
                    "Content-Disposition, ETag, Idempotent-Replayed, Location, Preference-Applied,"
                            + " RateLimit, RateLimit-Policy, Retry-After, X-Request-ID");

    private final List<String> origins;

    public Cors(List<String> origins) {
        this.origins = origins;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        var origin = request.headers().first(HeaderNames.ORIGIN);
        var exchange = Exchange.of(request);
        if (!origins.isEmpty()) {
            exchange.addToAnswer(VARY);
        }
        if (origin.isEmpty() || !allows(origin.get())) {
            chain.proceed();
            return;
        }
        exchange.addToAnswer(
                HeaderValues.create(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, origin.get()));
        exchange.addToAnswer(EXPOSED);
        if (isPreflight(request)) {
            PREFLIGHT.forEach(exchange::addToAnswer);
            Answer.empty(request, response, Status.NO_CONTENT_204);
        } else {
            chain.proceed();
        }
    }

    private boolean allows(String origin) {
        return origins.contains("*") || origins.contains(origin);
    }

    private static boolean isPreflight(RoutingRequest request) {
        return request.prologue().method().equals(Method.OPTIONS)
                && request.headers().contains(HeaderNames.ACCESS_CONTROL_REQUEST_METHOD);
    }
}
