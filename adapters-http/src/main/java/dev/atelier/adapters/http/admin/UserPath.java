package dev.atelier.adapters.http.admin;

import dev.atelier.domain.InvalidValue;
import dev.atelier.domain.job.UserId;

import io.helidon.webserver.http.ServerRequest;

import java.util.Optional;

/// Which user a path names.
final class UserPath {

    private UserPath() {}

    /// @return empty if nobody can be called so
    static Optional<UserId> user(ServerRequest request) {
        try {
            return Optional.of(new UserId(request.path().pathParameters().get("id")));
        } catch (InvalidValue _) {
            return Optional.empty();
        }
    }
}
