package dev.atelier.adapters.http.observe;

import dev.atelier.adapters.http.errors.ClientGone;
import dev.atelier.adapters.http.exchange.Exchange;

import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;

/// One line per request, as `name=value`, and as fields where lines are JSON. The route is logged,
/// not the path, so that neither an id that somebody guessed nor a query ends up in the log.
public final class RequestLog implements Filter {

    private static final Logger LOG = LoggerFactory.getLogger("dev.atelier.access");

    private final RequestMetrics metrics;

    public RequestLog(RequestMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        var start = System.nanoTime();
        try {
            chain.proceed();
        } catch (ClientGone gone) {
            response.status(ClientGone.LOGGED_AS);
            throw gone;
        } finally {
            record(request, response, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private void record(RoutingRequest request, RoutingResponse response, Duration took) {
        var exchange = Exchange.of(request);
        var method = request.prologue().method().text();
        var route = exchange.route().orElse("none");
        var status = response.status().code();
        metrics.count(method, route, status, took);
        LOG.atInfo()
                .addKeyValue("method", method)
                .addKeyValue("route", route)
                .addKeyValue("status", status)
                .addKeyValue("ms", took.toMillis())
                .addKeyValue("bytes", response.bytesWritten())
                .log(
                        "method={} route={} status={} ms={} bytes={} request_id={} user={} job={}",
                        method,
                        route,
                        status,
                        took.toMillis(),
                        response.bytesWritten(),
                        exchange.requestId(),
                        exchange.user().map(caller -> oneWord(caller.user().value())).orElse("-"),
                        exchange.job().map(Object::toString).orElse("-"));
    }

    /// A user id may hold spaces and line breaks, with which one could write a line of one's own.
    private static String oneWord(String text) {
        return text.replaceAll("[\\s=\"]", "_");
    }
}
