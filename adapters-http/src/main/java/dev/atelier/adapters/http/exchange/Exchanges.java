package dev.atelier.adapters.http.exchange;

import dev.atelier.application.log.JobLines;

import io.helidon.http.Header;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;

import org.slf4j.MDC;

/// The outermost filter: names every request, and closes connections whose answer said so, which
/// the web server in this version only announces.
public final class Exchanges implements Filter {

    private static final String MDC_KEY = "request_id";
    private static final Header NO_SNIFFING =
            HeaderValues.createCached("X-Content-Type-Options", "nosniff");

    private volatile boolean closing;

    /// From now on every request that comes is answered as the last of its connection. One that is
    /// under way may have been told otherwise, so its connection stays for another.
    public void closeAfterNext() {
        closing = true;
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        var exchange = Exchange.begin(request);
        exchange.addToAnswer(HeaderValues.create(RequestId.HEADER, exchange.requestId()));
        exchange.addToAnswer(NO_SNIFFING);
        var last = closing;
        if (last) {
            exchange.addToAnswer(HeaderValues.CONNECTION_CLOSE);
        }
        MDC.put(MDC_KEY, exchange.requestId());
        try {
            chain.proceed();
        } finally {
            MDC.remove(MDC_KEY);
            JobLines.forget();
        }
        if (last || response.headers().contains(HeaderValues.CONNECTION_CLOSE)) {
            throw new CloseConnectionException("as the answer said");
        }
    }
}
