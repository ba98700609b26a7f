package dev.atelier.adapters.http.live;

import dev.atelier.adapters.http.exchange.Answer;
import dev.atelier.adapters.http.exchange.Exchange;
import dev.atelier.adapters.http.security.Caller;
import dev.atelier.adapters.http.security.SignedTokens;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/// `POST /events/ticket`: what a browser's EventSource puts behind the question mark, since it
/// cannot send a header. Good for a minute, on every node, and for watching alone.
public record IssueTicketHandler(SignedTokens tickets) implements Handler {

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        var user = Exchange.of(request).caller().user();

        var ticket = tickets.issue(new Caller(user, false));

        Answer.json(request, response, new TicketView(true, ticket, tickets.valid().toSeconds()));
    }

    record TicketView(boolean success, String ticket, long expiresIn) {}
}
