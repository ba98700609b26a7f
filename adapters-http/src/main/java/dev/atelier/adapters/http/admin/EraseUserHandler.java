package dev.atelier.adapters.http.admin;

import dev.atelier.adapters.http.exchange.Answer;
import dev.atelier.adapters.http.exchange.Exchange;
import dev.atelier.application.port.in.EraseUser;
import dev.atelier.application.port.in.EraseUser.Command;
import dev.atelier.application.port.in.EraseUser.Erased;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/// `DELETE /admin/users/{id}`: a user, with all that is theirs.
public record EraseUserHandler(EraseUser eraseUser) implements Handler {

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        var by = Exchange.of(request).caller().user();
        var user = UserPath.user(request);

        var erased = user.map(it -> eraseUser.erase(new Command(by, it)));

        Answer.json(request, response, new ErasedView(true, erased.orElse(Erased.NOTHING)));
    }

    record ErasedView(boolean success, Erased deleted) {}
}
