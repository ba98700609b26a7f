package dev.atelier.adapters.http;

import dev.atelier.adapters.http.Endpoint.Access;
import dev.atelier.adapters.http.errors.ErrorResponses;
import dev.atelier.adapters.http.errors.Forbidden;
import dev.atelier.adapters.http.errors.MethodNotAllowed;
import dev.atelier.adapters.http.exchange.Exchange;
import dev.atelier.adapters.http.limits.Quota;
import dev.atelier.adapters.http.security.Authentication;
import dev.atelier.adapters.http.security.Caller;
import dev.atelier.adapters.http.security.SignedTokens;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Puts in front of every endpoint what all of them need: the caller is known, within their limits,
/// and whatever goes wrong is answered from one table.
final class Entrance {

    private final Authentication authentication;
    private final SignedTokens tickets;
    private final Quota creating;
    private final Quota reading;

    /// @param tickets what will do to watch
    Entrance(
            Authentication authentication,
            SignedTokens tickets,
            HttpSettings settings,
            InstantSource clock) {
        this.authentication = authentication;
        this.tickets = tickets;
        this.creating = new Quota("create", settings.createLimit(), clock);
        this.reading = new Quota("read", settings.readLimit(), clock);
    }

    /// @param elsewhere what answers where no endpoint is
    void register(List<Endpoint> endpoints, Handler elsewhere, HttpRouting.Builder routing) {
        var methods = new LinkedHashMap<String, Set<String>>();
        for (var endpoint : endpoints) {
            var allowed = methods.computeIfAbsent(endpoint.pattern(), _ -> new TreeSet<>());
            for (var method : served(endpoint.method())) {
                routing.route(method, endpoint.pattern(), answered(endpoint));
                allowed.add(method.text());
            }
        }
        methods.forEach((pattern, allowed) -> routing.any(pattern, otherMethod(allowed)));
        routing.any(answered(elsewhere));
    }

    private Handler answered(Endpoint endpoint) {
        return answered(
                (request, response) -> {
                    Exchange.of(request).routedTo(endpoint.pattern());
                    admit(endpoint.access(), request);
                    endpoint.handler().handle(request, response);
                });
    }

    private void admit(Access access, ServerRequest request) {
        switch (access) {
            case OPEN -> {}
            case READ -> admit(request, authentication.callerOf(request), reading);
            case CREATE -> admit(request, authentication.callerOf(request), creating);
            case WATCH -> admit(request, watcher(request), reading);
            case ADMIN -> {
                var caller = authentication.callerOf(request);
                admit(request, caller, reading);
                requireAdministrator(caller);
            }
        }
    }

    private static void requireAdministrator(Caller caller) {
        if (!caller.admin()) {
            throw new Forbidden("Only an administrator may do this");
        }
    }

    private Caller watcher(ServerRequest request) {
        var ticket = request.query().first("ticket").asOptional();
        return ticket.isPresent() && !request.headers().contains(HeaderNames.AUTHORIZATION)
                ? tickets.callerOf(ticket.get())
                : authentication.callerOf(request);
    }

    private static void admit(ServerRequest request, Caller caller, Quota quota) {
        var exchange = Exchange.of(request);
        exchange.calledBy(caller);
        quota.spend(caller.user(), exchange);
    }

    private static Handler answered(Handler handler) {
        return (request, response) -> {
            try {
                handler.handle(request, response);
            } catch (CloseConnectionException gone) {
                throw gone;
            } catch (Exception problem) {
                ErrorResponses.answer(request, response, problem);
            }
        };
    }

    private static Handler otherMethod(Set<String> allowed) {
        var allow = String.join(", ", allowed);
        return answered(
                (_, _) -> {
                    throw new MethodNotAllowed(allow);
                });
    }

    private static List<Method> served(Method method) {
        return method.equals(Method.GET) ? List.of(Method.GET, Method.HEAD) : List.of(method);
    }
}
